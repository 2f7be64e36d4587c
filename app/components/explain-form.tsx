import { Form, useNavigation } from "@remix-run/react";
import { Button, Card, TextField } from "@shopify/polaris";
import { useState } from "react";

import { useWords } from "./words";

/** Asks for the order or event that is to be explained; the question stands in the address. */
export function ExplainForm({ asked }: { asked: string }) {
  const { label, message } = useWords();
  const [text, setText] = useState(asked);
  const isAsking = useNavigation().state === "loading";
  return (
    <Card>
      <Form method="get">
        <TextField
          name="q"
          label={label("explain_field")}
          helpText={message("explain_help")}
          value={text}
          onChange={setText}
          maxLength={200}
          autoComplete="off"
          connectedRight={
            <Button submit variant="primary" loading={isAsking}>
              {label("explain_button")}
            </Button>
          }
        />
      </Form>
    </Card>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { BlockStack, Button, Card, Page, TextField } from "@shopify/polaris";
import { useState } from "react";

import { ExplainedEvents } from "~/components/explained-events";
import { useWords } from "~/components/words";
import { findAsked } from "~/conversions/explain.server";
import { requireMerchant } from "~/shopify/merchant.server";

/** What the app knows of the order or event that was typed or pasted; the first time nothing is asked. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireMerchant(request);
  const asked = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 200);
  return { asked, found: asked === "" ? [] : await findAsked(shop.id, asked) };
}

export default function Explain() {
  const { label, message } = useWords();
  const { asked, found } = useLoaderData<typeof loader>();
  const [text, setText] = useState(asked);
  const isAsking = useNavigation().state === "loading";
  return (
    <Page
      title={label("explain_title")}
      backAction={{ content: label("conversions"), url: "/app/conversions" }}
    >
      <BlockStack gap="400">
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
        <ExplainedEvents asked={asked} found={found} />
      </BlockStack>
    </Page>
  );
}

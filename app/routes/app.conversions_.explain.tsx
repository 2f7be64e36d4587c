import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";

import { ExplainForm } from "~/components/explain-form";
import { ExplainedEvents } from "~/components/explained-events";
import { useWords } from "~/components/words";
import { explainAsked } from "~/shopify/explain-page.server";
import { requireMerchant } from "~/shopify/merchant.server";
import { pageWorld } from "~/shopify/page-world.server";

/** What is known of the order or event that was typed or pasted; the first time nothing is asked. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireMerchant(request);
  const asked = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 200);
  return { asked, ...(await explainAsked(shop, asked, pageWorld())) };
}

export default function Explain() {
  const { label } = useWords();
  const { asked, found, platform } = useLoaderData<typeof loader>();
  return (
    <Page
      title={label("explain_title")}
      backAction={{ content: label("conversions"), url: "/app/conversions" }}
    >
      <BlockStack gap="400">
        <ExplainForm key={asked} asked={asked} />
        <ExplainedEvents found={found} platform={platform} />
      </BlockStack>
    </Page>
  );
}

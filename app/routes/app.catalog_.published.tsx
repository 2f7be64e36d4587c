import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";

import { statusOfChoice } from "~/catalog/catalog-page";
import { parsePublishedQuery } from "~/catalog/published-items";
import { findPublished } from "~/catalog/published-items.server";
import { FeedChoice } from "~/components/feed-choice";
import { PublishedItems, publishedUrl } from "~/components/published-items";
import { useWords } from "~/components/words";
import { requireMerchant } from "~/shopify/merchant.server";

/** The items of a feed, a page at a time. What another shop has counts as not there. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireMerchant(request);
  const query = parsePublishedQuery(new URL(request.url).searchParams);
  const page = await findPublished(shop.id, query);
  return json(page, statusOfChoice(query.feedId, page.feedId));
}

export default function Published() {
  const { label } = useWords();
  const page = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const { feedId, feeds } = page;
  return (
    <Page
      title={label("items_of_feed")}
      backAction={{ content: label("catalog"), url: "/app/catalog" }}
    >
      {feedId !== null && (
        <BlockStack gap="400">
          <FeedChoice
            feeds={feeds}
            feedId={feedId}
            onChange={(chosen) => navigate(publishedUrl(chosen, page.search))}
          />
          <PublishedItems feedId={feedId} page={page} />
        </BlockStack>
      )}
    </Page>
  );
}

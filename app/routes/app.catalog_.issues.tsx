import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate } from "@remix-run/react";
import { BlockStack, Card, Page, Text } from "@shopify/polaris";

import { statusOfChoice } from "~/catalog/catalog-page";
import { parseIssuesQuery } from "~/catalog/issue-list";
import { findIssues } from "~/catalog/issue-list.server";
import { IssueSummary, issuesUrl } from "~/components/catalog-issues";
import { FeedChoice } from "~/components/feed-choice";
import { IssueItems } from "~/components/issue-items";
import { useWords } from "~/components/words";
import { requireMerchant } from "~/shopify/merchant.server";

/** Everything that is wrong with the items of a feed, or the items behind one code. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireMerchant(request);
  const query = parseIssuesQuery(new URL(request.url).searchParams);
  const page = await findIssues(shop.id, query);
  return json(page, statusOfChoice(query.feedId, page.feedId));
}

export default function Issues() {
  const { label, message } = useWords();
  const { feedId, feeds, groups, shown } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const back =
    shown && feedId !== null
      ? { content: label("issues"), url: issuesUrl(feedId) }
      : { content: label("catalog"), url: "/app/catalog" };
  return (
    <Page title={label("issues")} backAction={back}>
      <BlockStack gap="400">
        {feedId !== null && (
          <FeedChoice
            feeds={feeds}
            feedId={feedId}
            onChange={(chosen) => navigate(issuesUrl(chosen))}
          />
        )}
        {shown && feedId !== null && <IssueItems feedId={feedId} shown={shown} />}
        {!shown && groups.length === 0 && (
          <Card>
            <Text as="p">{message("feed_clean")}</Text>
          </Card>
        )}
        {!shown &&
          feedId !== null &&
          groups.map((issue) => (
            <Card key={issue.code}>
              <IssueSummary feedId={feedId} issue={issue} />
            </Card>
          ))}
      </BlockStack>
    </Page>
  );
}

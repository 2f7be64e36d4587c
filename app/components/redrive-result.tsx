import { Banner } from "@shopify/polaris";

import type { ConversionsAnswer } from "~/conversions/conversions-page";
import { REDRIVE_REFUSALS, type Redriven } from "~/conversions/redrive";
import type { Words } from "~/messages/words";

import type { PageReply } from "./use-page-form";
import { useWords } from "./words";

/** What sending again came to; nothing while nothing was asked for. */
export function RedriveResult({ reply }: { reply: PageReply<ConversionsAnswer> | undefined }) {
  const words = useWords();
  if (reply?.kind === "unreadable" || reply?.kind === "unreachable") {
    return <Banner tone="critical">{words.message(`conversions_${reply.kind}`)}</Banner>;
  }
  if (reply?.kind !== "redriven") return null;
  return (
    <Banner tone={reply.result.redriven > 0 ? "success" : "info"}>
      {explainRedriven(words, reply.result).join(" ")}
    </Banner>
  );
}

/** What sending again came to, one sentence for each thing that happened to at least one event. */
export function explainRedriven(words: Words, { held, redriven, refused }: Redriven): string[] {
  const sentences = [
    ...(redriven > held ? [words.message("redriven", { count: redriven - held })] : []),
    ...(held > 0 ? [words.message("redriven_held", { count: held })] : []),
    ...REDRIVE_REFUSALS.filter((reason) => refused[reason] > 0).map((reason) =>
      words.message(`redrive_${reason}`, { count: refused[reason] }),
    ),
  ];
  return sentences.length > 0 ? sentences : [words.message("redriven_none")];
}

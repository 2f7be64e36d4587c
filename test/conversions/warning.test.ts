import { describe, expect, test } from "vitest";

import { parseWarning } from "~/conversions/warning";

const RECOMMENDED = "We highly recommend this on all events. It may improve reporting performance";

describe("parseWarning", () => {
  test.each([
    {
      text: `external_id is missing. ${RECOMMENDED} such as ROAS/CPA.; click_id is missing. ${RECOMMENDED}`,
      topics: ["external_id missing", "click_id missing"],
      because: "each clause is about a parameter",
    },
    {
      text: "em is missing.; em is missing.",
      topics: ["em missing"],
      because: "an event counts once for a topic",
    },
    {
      text: "This event has a non-standard name and is currently being labeled as an 'Unknown' event. Please use a standard name.",
      topics: ["event_name unknown_name"],
      because: "it is about the name, whatever else it says",
    },
    {
      text: "client_ip_address is invalid.",
      topics: ["client_ip_address invalid"],
      because: "it was sent and not taken",
    },
    {
      text: "The client_user_agent looks like that of a bot.",
      topics: ["client_user_agent other"],
      because: "the parameter is unmistakable, what is said of it is not known",
    },
    {
      text: "The value of this event is unusually high.",
      topics: ["event other"],
      because: "`value` in a sentence may be an English word",
    },
    {
      text: "value is missing.",
      topics: ["value missing"],
      because: "at the beginning it is the parameter",
    },
    {
      text: "external_id is missing.\nclick_id is missing.",
      topics: ["external_id missing", "click_id missing"],
      because: "a line may end a clause",
    },
    {
      text: "Something new.",
      topics: ["event other"],
      because: "words that we do not know are counted too",
    },
    { text: " ; ", topics: [], because: "there are no words" },
    { text: "", topics: [], because: "there are no words" },
    {
      text: "external_id is missing. We highly recomm",
      topics: ["external_id missing"],
      because: "a text that was cut off says what it says",
    },
  ])("$topics in «$text», because $because", ({ text, topics }) => {
    expect(parseWarning(text).map(({ parameter, kind }) => `${parameter} ${kind}`)).toEqual(topics);
  });
});

// Asks every second what has come, and draws it.

const SHOWN_MAX = 200;

const byId = (id) => document.getElementById(id);

let drawn = "";

async function refresh() {
  const [merged, hits, events] = await Promise.all(
    ["merged", "hits", "events"].map((what) =>
      fetch(`/sandbox/${what}${what === "merged" ? "" : `?last=${SHOWN_MAX}`}`).then((answer) =>
        answer.json(),
      ),
    ),
  );
  const refused = [
    ...hits.hits.filter(({ faults }) => faults.length > 0).map(refusedHit),
    ...events.events.filter(({ result }) => result.status === "failed").map(refusedEvent),
  ];
  const now = JSON.stringify([merged, refused]);
  if (now === drawn) return;
  drawn = now;
  const all = merged.events;
  byId("counted").textContent = all.length;
  byId("both").textContent = merged.counts.reportedByBoth;
  byId("browser-only").textContent = all.filter(({ server }) => !server).length;
  byId("server-only").textContent = all.filter(({ browser }) => !browser).length;
  byId("refused").textContent = refused.length;
  byId("nothing").hidden = all.length > 0;
  byId("events").replaceChildren(...all.slice(-SHOWN_MAX).toReversed().map(row));
  byId("refusals").hidden = refused.length === 0;
  byId("refused-list").replaceChildren(...refused.map((text) => element("li", text)));
}

function row(event) {
  const { browser, server, eventName, eventId } = event;
  const first = event[event.counted];
  const line = element("tr");
  line.dataset.eventName = eventName;
  line.append(
    element("td", new Date(first.receivedAt).toLocaleTimeString()),
    element("td", eventName),
    wrapped("td", element("code", eventId.length > 24 ? `${eventId.slice(0, 24)}…` : eventId)),
    side(browser, event.browserCopies),
    side(server, event.serverCopies),
    valueCell(browser, server),
    clickCell(browser, server),
    element("td", countedText(event), event.offline ? "odd" : ""),
  );
  line.cells[2].title = eventId;
  return line;
}

function side(told, copies) {
  if (!told) return element("td", "–", "no");
  const limited = told.optOut ? ` ${told.optOut}` : "";
  return element("td", `✓${copies > 1 ? ` ×${copies}` : ""}${limited}`, "yes");
}

function valueCell(browser, server) {
  const values = [browser, server].filter((told) => told?.value != null);
  const texts = new Set(values.map(({ value, currency }) => `${value} ${currency ?? ""}`.trim()));
  const cell = element("td", [...texts].join(" / ") || "–");
  cell.className = texts.size > 1 ? "number odd" : "number";
  return cell;
}

function clickCell(browser, server) {
  const sides = [browser?.clickId && "browser", server?.clickId && "server"].filter(Boolean);
  return element("td", sides.join(", ") || "–", sides.length > 0 ? "yes" : "no");
}

function countedText({ counted, browser, server, offline }) {
  if (offline) return "offline";
  if (browser && server) return `once, reported by both (${counted} first)`;
  return `once, ${counted} only`;
}

function refusedHit({ hit, faults }) {
  return `Browser, ${hit?.eventName ?? "unreadable"}: ${faults.join("; ")}`;
}

function refusedEvent({ eventName, result }) {
  return `Server, ${eventName}: ${result.errorMessage}`;
}

function element(name, text = "", className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function wrapped(name, inner) {
  const made = document.createElement(name);
  made.append(inner);
  return made;
}

async function keepRefreshing() {
  await refresh().catch(() => undefined);
  setTimeout(keepRefreshing, 1000);
}

void keepRefreshing();

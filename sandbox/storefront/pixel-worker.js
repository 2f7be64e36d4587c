// Stands in for the strict sandbox of a web pixel: a worker without a page. What the pixel calls is asked
// of the shop's page; requests for Pinterest's tag go to the local Pinterest.

const TAG = "https://ct.pinterest.com";

const subscribers = new Map();
const privacySubscribers = [];
const waiting = new Map();
let calls = 0;

self.onmessage = ({ data: message }) => {
  if (message.kind === "start") return start(message);
  if (message.kind === "event") return tell(message.event);
  if (message.kind === "privacy") {
    for (const told of privacySubscribers) told({ customerPrivacy: message.privacy });
    return undefined;
  }
  const { resolve, reject } = waiting.get(message.id);
  waiting.delete(message.id);
  return message.fault ? reject(new Error(message.fault)) : resolve(message.value);
};

function start({ settings, script, init, tagUrl }) {
  routeTagTo(tagUrl);
  self.shopify = {
    extend: (name, run) => {
      if (name !== "WebPixel::Render") throw new Error(`There is no extension point ${name}.`);
      run({
        settings,
        init,
        analytics: { subscribe, publish: async () => true },
        browser: {
          cookie: remote("cookie", ["get", "set"]),
          localStorage: remoteStorage("localStorage"),
          sessionStorage: remoteStorage("sessionStorage"),
          sendBeacon: (url, body) =>
            fetch(url, { method: "POST", body, keepalive: true }).then(({ ok }) => ok),
        },
        customerPrivacy: {
          subscribe: (name, told) => {
            if (name !== "visitorConsentCollected") throw new Error(`There is no event ${name}.`);
            privacySubscribers.push(told);
          },
        },
        _pixelInfo: { runtimeContext: "STRICT", type: "APP" },
      });
    },
  };
  importScripts(script);
  // No pixel may bring another's script.
  self.importScripts = undefined;
}

function subscribe(name, told) {
  const known = subscribers.get(name) ?? new Set();
  subscribers.set(name, known.add(told));
  return () => known.delete(told);
}

function tell(event) {
  const everything = event.type === "custom" ? "all_custom_events" : "all_standard_events";
  for (const name of [event.name, everything, "all_events"]) {
    for (const told of subscribers.get(name) ?? []) told(event);
  }
}

function remoteStorage(area) {
  return remote(area, ["getItem", "setItem", "removeItem", "key", "length", "clear"]);
}

function remote(area, methods) {
  return Object.fromEntries(
    methods.map((method) => [method, (...args) => ask(`${area}.${method}`, args)]),
  );
}

function ask(target, args) {
  calls += 1;
  const id = calls;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    self.postMessage({ id, target, args });
  });
}

function routeTagTo(tagUrl) {
  const passOn = self.fetch.bind(self);
  self.fetch = (input, init) =>
    passOn(typeof input === "string" ? input.replace(TAG, tagUrl) : input, init);
}

// Stands in for Shopify's web pixel manager, in the shop's own page. It loads each pixel once all that the
// pixel declares is allowed, in a worker of its own, tells it what happens, and reads and writes cookies
// and storage for it.

const config = JSON.parse(document.getElementById("wpm-config").textContent);

/** The workers of the pixels that are loaded, by the pixel's name. */
const workers = new Map();
let privacy = config.customerPrivacy;
let seq = 0;

for (const pixel of config.pixels) loadIfAllowed(pixel);
for (const { name, data } of config.events) publish("standard", name, { data });

window.Shopify = {
  analytics: { publish: (name, customData) => publish("custom", name, { customData }) },
  customerPrivacy: { setTrackingConsent, current: () => privacy },
};
/** For the shop's own scripts: what the shop's server would otherwise publish. */
window.wpm = { publish: (name, data) => publish("standard", name, { data }) };

function setTrackingConsent(change) {
  privacy = { ...privacy, ...change };
  const year = 365 * 24 * 60 * 60;
  document.cookie = `_tracking_consent=${encodeURIComponent(JSON.stringify(privacy))}; path=/; max-age=${year}`;
  for (const worker of workers.values()) worker.postMessage({ kind: "privacy", privacy });
  for (const pixel of config.pixels) loadIfAllowed(pixel);
}

function loadIfAllowed(pixel) {
  if (workers.has(pixel.name) || !pixel.requires.every((purpose) => privacy[purpose])) return;
  const worker = new Worker("/wpm/worker.js", { name: `pixel-${pixel.name}` });
  workers.set(pixel.name, worker);
  worker.onmessage = ({ data: call }) => {
    answer(call).then(
      (value) => worker.postMessage({ kind: "answer", id: call.id, value }),
      (fault) => worker.postMessage({ kind: "answer", id: call.id, fault: String(fault) }),
    );
  };
  const { settings, script } = pixel;
  const init = { context: context(), data: config.data, customerPrivacy: privacy };
  worker.postMessage({ kind: "start", settings, script, init, tagUrl: config.tagUrl });
}

/** Tells every loaded pixel; what happened before a pixel was loaded, it does not learn. */
function publish(type, name, content) {
  seq += 1;
  const event = {
    id: `sh-${crypto.randomUUID().slice(0, 8)}-${crypto.randomUUID().slice(9).toUpperCase()}`,
    name,
    type,
    seq,
    clientId: config.clientId,
    timestamp: new Date().toISOString(),
    context: context(),
    ...content,
  };
  for (const worker of workers.values()) worker.postMessage({ kind: "event", event });
}

/** The page under the address that the shop has in the world. */
function context() {
  const url = new URL(location.href.replace(location.origin, config.origin));
  const { href, hash, host, hostname, origin, pathname, port, protocol, search } = url;
  const place = { href, hash, host, hostname, origin, pathname, port, protocol, search };
  const referrer = document.referrer.replace(location.origin, config.origin);
  const { userAgent, language, languages, cookieEnabled } = navigator;
  const { innerHeight, innerWidth, outerHeight, outerWidth, pageXOffset, pageYOffset } = window;
  const { height, width } = screen;
  return {
    document: {
      location: place,
      referrer,
      title: document.title,
      characterSet: document.characterSet,
    },
    navigator: { userAgent, language, languages: [...languages], cookieEnabled },
    window: {
      ...{ innerHeight, innerWidth, outerHeight, outerWidth, pageXOffset, pageYOffset },
      location: place,
      origin: config.origin,
      screen: { height, width },
    },
  };
}

/** What a worker cannot do by itself. */
async function answer({ target, args }) {
  if (target === "cookie.get") return cookie(args[0]);
  if (target === "cookie.set") return setCookie(...args);
  const [area, method] = target.split(".");
  const storage = window[area];
  return method === "length" ? storage.length : storage[method](...args);
}

function cookie(name) {
  const found = document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
}

/** As `document.cookie`, or a name and a value. A cookie for the shop's domain is one for this host. */
function setCookie(text, value) {
  const whole = value === undefined ? text : `${text}=${value}`;
  document.cookie = whole.replace(/;\s*domain=[^;]*/i, "");
  return "";
}

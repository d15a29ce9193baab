// What the browser says of itself: the 18 values that an answer is made of.

/** The values where a worker, or Node, has no page to read them from. */
const WITHOUT_PAGE = { screen: 1920, heap: 4294705152, languages: ["en-US", "en"] };
const NAVIGATOR = ["vendor", "webdriver", "storage", "cookieEnabled", "onLine", "pdfViewerEnabled"];

/** The configuration of this browser, now. The counters, elements 3 and 9, are put in by the search. */
export function browserConfig() {
  const { document, navigator = {}, performance, screen } = globalThis;
  const languages = navigator.languages?.length ? navigator.languages : WITHOUT_PAGE.languages;
  const scripts = Array.from(document?.scripts ?? [], (script) => script.src).filter(Boolean);
  const known = NAVIGATOR.filter((key) => key in navigator);
  const key = oneOf(known);
  return [
    screen?.width ?? WITHOUT_PAGE.screen,
    String(new Date()),
    performance.memory?.jsHeapSizeLimit ?? WITHOUT_PAGE.heap,
    0,
    navigator.userAgent ?? "",
    oneOf(scripts) ?? "",
    null,
    navigator.language ?? languages[0],
    languages.join(","),
    0,
    key ? `${key}\u2212${navigator[key]}` : "",
    oneOf(Object.keys(document ?? {})) ?? "location",
    oneOf(Object.keys(globalThis)) ?? "window",
    performance.now(),
    uuid(),
    "",
    navigator.hardwareConcurrency ?? 1,
    performance.timeOrigin,
  ];
}

function random(length) {
  return crypto.getRandomValues(new Uint8Array(length));
}

function oneOf(values) {
  const [high, low] = random(2);
  return values[(high * 256 + low) % values.length];
}

/** A random UUID (version 4), also on a page without TLS, which has no `randomUUID`. */
function uuid() {
  const bytes = random(16);
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

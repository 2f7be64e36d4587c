/** A request that a `curl` command of our documents makes. */
export type CurlRequest = { url: string; method: string; headers: Headers; body: string };

/**
 * Reads a command of the form `curl --request METHOD URL --header … --data …`, as a POSIX shell would
 * give it to `curl`: quotes, variables in double quotes, and lines that end in a backslash.
 *
 * @throws Error for an option that is none of these, and for a variable that is not in `variables`.
 */
export function readCurl(
  command: string,
  variables: Readonly<Record<string, string>>,
): CurlRequest {
  const [program, ...words] = shellWords(command, variables);
  if (program !== "curl") throw new Error(`The example does not call curl but ${program}`);
  const request: CurlRequest = { url: "", method: "GET", headers: new Headers(), body: "" };
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const value = word.startsWith("--") ? words.shift() : word;
    if (value === undefined) throw new Error(`${word} has no value`);
    switch (word) {
      case "--request":
        request.method = value;
        break;
      case "--header":
        request.headers.set(...headerOf(value));
        break;
      case "--data":
        request.body = value;
        break;
      default:
        if (value !== word || request.url !== "") throw new Error(`The example says ${word}`);
        request.url = value;
    }
  }
  return request;
}

function headerOf(text: string): [string, string] {
  const at = text.indexOf(": ");
  if (at < 1) throw new Error(`This is no header: ${text}`);
  return [text.slice(0, at), text.slice(at + 2)];
}

/** One part of a word: in single quotes, in double quotes, or bare. */
const PART = /'([^']*)'|"([^"\\]*)"|([^\s'"\\$]+)/y;

function shellWords(command: string, variables: Readonly<Record<string, string>>): string[] {
  const line = command.trim().replaceAll("\\\n", " ");
  const words: string[] = [];
  let isInside = false;
  for (let at = 0; at < line.length;) {
    if (/\s/.test(line.charAt(at))) {
      isInside = false;
      at += 1;
      continue;
    }
    PART.lastIndex = at;
    const [whole, single, double, bare] = PART.exec(line) ?? [];
    if (!whole) throw new Error(`A shell reads this otherwise: ${line.slice(at, at + 40)}`);
    const text = single ?? bare ?? expand(double ?? "", variables);
    words.push(isInside ? `${words.pop() ?? ""}${text}` : text);
    isInside = true;
    at += whole.length;
  }
  return words;
}

function expand(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(/\$(\w+)/g, (_, name: string) => {
    const value = variables[name];
    if (value === undefined) throw new Error(`The example asks for $${name}`);
    return value;
  });
}

/** Why bytes could not be had from where they were asked for. */
export type NotHad = "notFound" | "timeOut" | "tooLarge" | "page" | "unreachable";

/** How bytes are got. `fetch` is the browser's own, or a test's. */
export interface Getting {
  readonly fetch: typeof fetch;
  /** Bytes at most. */
  readonly most: number;
  /** Milliseconds for all of it, the answer's body included. */
  readonly wait: number;
}

/** Bytes that came; `page`: they were called a web page, as a server calls what it gives for everything it does not have. */
export interface Got {
  readonly bytes: Uint8Array;
  readonly page: boolean;
}

/** Asks for bytes and takes no more of them, and for no longer, than was said. Neither cookies nor the page's address go along. Never rejects. */
export async function getBytes(url: string, { fetch, most, wait }: Getting): Promise<Got | NotHad> {
  const stop = new AbortController();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop.abort();
  }, wait);
  try {
    const answer = await fetch(url, { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-cache", signal: stop.signal });
    if (!answer.ok) return answer.status === 404 || answer.status === 410 ? "notFound" : "unreachable";
    const bytes = await readAtMost(answer, most);
    return bytes === null ? "tooLarge" : { bytes, page: /text\/html/i.test(answer.headers.get("content-type") ?? "") };
  } catch {
    return late ? "timeOut" : "unreachable";
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

/** What a server says of the length counts for nothing: a small file may unpack to a large one. */
async function readAtMost(answer: Response, most: number): Promise<Uint8Array | null> {
  if (!answer.body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const reader = answer.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) return null;
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

import type { Reader } from "./reader.ts";

/** Waits for the next picture of a film; for ever, once the film has stopped. */
const nextPicture = (video: HTMLVideoElement): Promise<void> =>
  new Promise((done) => {
    if ("requestVideoFrameCallback" in video) video.requestVideoFrameCallback(() => done());
    else requestAnimationFrame(() => done());
  });

/** Looks at a film, picture by picture, and passes on what it reads, until it is stopped. */
export async function watch(video: HTMLVideoElement, read: Reader, onCode: (code: string) => Promise<void>, stopped: AbortSignal): Promise<void> {
  let last = "";
  for (;;) {
    await nextPicture(video);
    if (stopped.aborted) return;
    for (const code of await read(video)) {
      if (stopped.aborted) return;
      if (code !== last) await onCode((last = code));
    }
  }
}

import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { useWords } from "../language/language.ts";
import { Button } from "../parts/Button.tsx";
import { type Camera, openCamera } from "./camera.ts";
import { type ScanFault, scanFault } from "./problems.ts";
import { qrText } from "./text.ts";
import { watch } from "./watch.ts";

interface Film {
  onCode: (code: string) => Promise<void>;
  /** The camera did not open, or broke off. */
  onFault: (fault: ScanFault) => void;
}

/** Films into `video` as long as the view is there, and gives the camera back when it goes. Null until it films. */
function useFilm(video: React.RefObject<HTMLVideoElement | null>, { onCode, onFault }: Film): Camera | null {
  const [camera, setCamera] = useState<Camera | null>(null);
  const code = useEffectEvent(onCode);
  const fault = useEffectEvent(onFault);
  useEffect(() => {
    const leave = new AbortController();
    const stopped = leave.signal;
    const fail = (why: ScanFault) => void (stopped.aborted || fault(why));
    const film = async (element: HTMLVideoElement) => {
      const opened = await openCamera(element, () => fail(scanFault("interrupted")));
      if ("title" in opened) return fail(opened);
      stopped.addEventListener("abort", opened.stop);
      if (stopped.aborted) return opened.stop();
      setCamera(opened);
      try {
        const read = await import("./reader.ts").then(({ filmReader }) => filmReader());
        await watch(element, read, (text) => code(text), stopped);
      } catch (error) {
        fail(scanFault("notLoaded", String(error)));
      }
    };
    if (video.current) void film(video.current);
    return () => leave.abort();
  }, [video]);
  return camera;
}

/** What the camera sees, in a square; below it what is said of it, and the ways to light it and to close it. */
export function QrFilm({ onCode, onFault, onClose, children }: Film & { onClose: () => void; children: ReactNode }) {
  const t = useWords(qrText);
  const video = useRef<HTMLVideoElement>(null);
  const camera = useFilm(video, { onCode, onFault });
  const [lit, setLit] = useState(false);
  const light = camera?.light;
  return (
    <>
      <div className="relative">
        <video ref={video} muted playsInline aria-label={t.video} className="aspect-square w-full rounded-md bg-well object-cover" />
        {!camera && <p role="status" className="absolute inset-0 flex items-center justify-center text-ink-2">{t.opening}</p>}
      </div>
      {children}
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        <Button look="second" small onClick={onClose}>{t.stop}</Button>
        {light && <Button look="text" small onClick={() => void light(!lit).then(() => setLit(!lit), () => undefined)}>{lit ? t.dark : t.light}</Button>}
      </div>
    </>
  );
}

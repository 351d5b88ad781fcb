import { type ScanFault, scanFault, type ScanProblem } from "./problems.ts";

/** A camera that films into a video element. */
export interface Camera {
  /** Switches its lamp; null where it has none. */
  readonly light: ((on: boolean) => Promise<void>) | null;
  /** Gives the camera back. The browser's own sign that it is in use goes out. */
  stop(): void;
}

/** By the names of what browsers throw. */
const problems: Readonly<Record<string, ScanProblem>> = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "none",
  OverconstrainedError: "none",
  NotReadableError: "busy",
  AbortError: "busy",
};

const faultOf = (error: unknown): ScanFault => {
  const { name = "", message = "" } = error instanceof Error ? error : {};
  const problem = problems[name] ?? "failed";
  return scanFault(problem, problem === "failed" ? `${name}: ${message}` : undefined);
};

/**
 * Asks for the camera, the one that looks away from the reader if there are two, and films into `video`. Call it only when the reader
 * pressed something. `onEnd` is called if the camera stops by itself. Gives a fault instead of throwing.
 */
export async function openCamera(video: HTMLVideoElement, onEnd: () => void): Promise<Camera | ScanFault> {
  if (!window.isSecureContext || !navigator.mediaDevices?.getUserMedia) return scanFault("insecure");
  let stream: MediaStream | undefined;
  const stop = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
    video.srcObject = null;
  };
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } } });
    const [track] = stream.getVideoTracks();
    track?.addEventListener("ended", onEnd);
    video.srcObject = stream;
    await video.play();
    const able = track?.getCapabilities?.() as { torch?: boolean } | undefined;
    const light = track && able?.torch ? (on: boolean) => track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] }) : null;
    return { light, stop };
  } catch (error) {
    stop();
    return faultOf(error);
  }
}

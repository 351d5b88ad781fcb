import { _QRScanner as Scanner, decodeQRBatch } from "qr/decode.js";

/** What can be looked at: a moment of a video, or a picture. */
export type Sight = HTMLVideoElement | HTMLImageElement;

/** Finds codes and gives their texts; none where none is seen. */
export type Reader = (sight: Sight) => Promise<readonly string[]>;

interface Detector {
  detect(sight: Sight): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** A square of a film is looked at in so many pixels: enough for the densest code that fills half of it. */
const FILM = 720;
/** Pixels of a picture's longer side: it is looked at as it is but not larger than the first, and once more, larger, if nothing is found. */
const STILL = { first: 1600, most: 3200 } as const;

/** The browser's own detector, where there is one that works. Some have the class and nothing behind it. */
async function ownDetector(): Promise<Detector | null> {
  const { BarcodeDetector: Own } = globalThis as { BarcodeDetector?: DetectorClass };
  try {
    return Own && (await Own.getSupportedFormats()).includes("qr_code") ? new Own({ formats: ["qr_code"] }) : null;
  } catch {
    return null;
  }
}

/** Reads films: with the browser's own detector as long as it works, and else with our own. */
export async function filmReader(): Promise<Reader> {
  let own = await ownDetector();
  const canvas = document.createElement("canvas");
  // One for the whole film: what it works on is several megabytes.
  const scanner = new Scanner({ maxSize: { width: FILM, height: FILM } });
  return async (sight) => {
    if (own) {
      try {
        return (await own.detect(sight)).map(({ rawValue }) => rawValue);
      } catch {
        own = null;
      }
    }
    const pixels = square(canvas, sight as HTMLVideoElement);
    if (!pixels) return [];
    scanner.addImage(pixels);
    return textsOf(scanner.decode());
  };
}

/** Reads pictures, however long it takes; all codes in each. */
export async function stillReader(): Promise<Reader> {
  const own = await ownDetector();
  return async (sight) => {
    const seen = (await own?.detect(sight).catch(() => []))?.map(({ rawValue }) => rawValue) ?? [];
    if (seen.length > 0) return seen;
    const picture = sight as HTMLImageElement;
    const natural = Math.max(picture.naturalWidth, picture.naturalHeight) || STILL.first;
    for (const longer of [Math.min(natural, STILL.first), natural < STILL.first ? STILL.first : Math.min(natural, STILL.most)]) {
      const pixels = whole(picture, longer);
      const { width, height } = pixels;
      const [found = []] = await decodeQRBatch([pixels], { effort: Infinity, timeLimit: 1_000, maxSize: { width, height } });
      const texts = textsOf(found);
      if (texts.length > 0) return texts;
    }
    return [];
  };
}

const textsOf = (found: readonly (string | Error)[]): string[] => found.filter((text) => typeof text === "string");

/** The middle square of a film, as it is shown. */
function square(canvas: HTMLCanvasElement, video: HTMLVideoElement): ImageData | null {
  const side = Math.min(video.videoWidth, video.videoHeight);
  if (side === 0) return null;
  const size = Math.min(side, FILM);
  canvas.width = canvas.height = size;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (!pen) return null;
  pen.drawImage(video, (video.videoWidth - side) / 2, (video.videoHeight - side) / 2, side, side, 0, 0, size, size);
  return pen.getImageData(0, 0, size, size);
}

/** A picture on white, its longer side `longer` pixels: small ones grow, as a square of a code needs several pixels. */
function whole(image: HTMLImageElement, longer: number): ImageData {
  const [width, height] = [image.naturalWidth || longer, image.naturalHeight || longer];
  const scale = longer / Math.max(width, height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const pen = canvas.getContext("2d")!;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingEnabled = scale < 1;
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

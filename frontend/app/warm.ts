import { router } from "./router.ts";

interface Preloads {
  preload?: () => Promise<unknown>;
}

/**
 * Fetches the pages and the parts that signing needs, so that they open also when the network is gone. One after another, as nobody
 * waits for them; not for those who asked their browser to spare data.
 */
export async function warm(): Promise<void> {
  if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData) return;
  await Promise.all([import("../shared/act/ActSheet.tsx"), import("../shared/qr/QrShow.tsx"), import("../shared/qr/QrScan.tsx"), import("../shared/qr/reader.ts")]);
  await Promise.all([import("../features/home/MemberHome.tsx"), import("../features/home/Activity.tsx")]);
  for (const { options } of Object.values(router.routesById)) await (options.component as Preloads | undefined)?.preload?.();
}

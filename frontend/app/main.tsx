import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { followBooks } from "../shared/books/books.ts";
import { chainKey } from "../shared/chain/deployment.ts";
import { followHead, networkStore, openNetwork } from "../shared/chain/network.ts";
import { countPending, journalStore, openJournal } from "../shared/journal/journal.ts";
import { speak, languageStore } from "../shared/language/language.ts";
import { openOutbox } from "../shared/outbox/outbox.ts";
import { signerStore } from "../shared/signer/signer.ts";
import { recall } from "../shared/store/browser.ts";
import { router } from "./router.ts";
import "../shared/look/base.css";

speak(languageStore.get());

let opened: string | null = null;
/** When the chain is known: its journal, and whoever sat or was connected at the last visit. */
networkStore.follow(() => {
  const { deployment, state } = networkStore.get();
  if (!deployment || state !== "ready" || opened === chainKey(deployment)) return;
  opened = chainKey(deployment);
  signerStore.set(null);
  void openJournal(opened);
  void openOutbox(opened);
  if (recall("seat")) void import("../shared/signer/practice.ts").then(({ resumeSeat }) => resumeSeat()).catch(() => undefined);
  else if (recall("wallet")) void import("../shared/signer/wallet.ts").then(({ resumeWallet }) => resumeWallet()).catch(() => undefined);
});
void openNetwork();
followHead();
followBooks();

let warmed = false;
/** Whoever signs may soon be without a network: every page is fetched while there is one. */
signerStore.follow(() => {
  if (warmed || !signerStore.get()) return;
  warmed = true;
  setTimeout(() => void import("./warm.ts").then(({ warm }) => warm()).catch(() => undefined), 2_000);
});

let watching = false;
/** What watches receipts comes with the first act that is on its way. */
journalStore.follow(() => {
  if (watching || countPending(journalStore.get()) === 0) return;
  watching = true;
  void import("../shared/journal/watch.ts").then(({ followJournal }) => followJournal());
});

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);

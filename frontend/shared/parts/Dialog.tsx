import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useEffect } from "react";
import { useWords } from "../language/language.ts";
import { CloseIcon } from "../look/icons.tsx";
import { IconButton } from "./Button.tsx";
import { partsText } from "./text.ts";

let locks = 0;

/** Keeps the page behind from scrolling by a class; a style element of a library would be against the page's policy. */
function useStillPage(open: boolean): void {
  useEffect(() => {
    if (!open) return;
    locks += 1;
    document.documentElement.classList.add("overflow-hidden");
    return () => {
      locks -= 1;
      if (locks === 0) document.documentElement.classList.remove("overflow-hidden");
    };
  }, [open]);
}

/**
 * A dialog of 480px on a desk, a sheet from below on a phone. Escape and the cross close the top one only and give the focus
 * back; `head` stays, the middle scrolls, `foot` stays in view. Above what it covers lies the scrim.
 */
export function Dialog({ open, onClose, title, hideTitle, head, foot, children }: {
  open: boolean;
  onClose: () => void;
  title: string;
  /** The title is said aloud but not shown, where the content begins with its own sentence. */
  hideTitle?: boolean;
  head?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}) {
  const t = useWords(partsText);
  useStillPage(open);
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <div aria-hidden="true" className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          // The sheet itself gets the focus, so that its sentence is read first and no button is pressed by haste.
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            (event.currentTarget as HTMLElement).focus();
          }}
          className="sheet-up fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] flex-col rounded-t-sheet bg-sheet text-ink shadow-lift outline-none sm:inset-0 sm:m-auto sm:h-fit sm:max-h-[88dvh] sm:w-120 sm:rounded-md"
        >
          <header className="flex items-center justify-between gap-4 ps-6 pe-3.5 pt-4 pb-1">
            <div className="min-w-0">
              {head}
              <Radix.Title className={hideTitle ? "sr-only" : "text-xl"}>{title}</Radix.Title>
            </div>
            <Radix.Close asChild>
              <IconButton label={t.close}>
                <CloseIcon size={20} />
              </IconButton>
            </Radix.Close>
          </header>
          <div tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-6 pb-6">
            {children}
          </div>
          {foot && <footer className="flex flex-col gap-2.5 px-6 pt-3 pb-[max(1.5rem,env(safe-area-inset-bottom))]">{foot}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

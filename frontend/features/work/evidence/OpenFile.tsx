import { type ReactNode, useId } from "react";

/** A button that lets the reader choose files; they stay on this machine. */
export function OpenFile({ label, onFiles, many, accept, primary }: { label: ReactNode; onFiles: (files: readonly File[]) => void; many?: boolean; accept?: string; primary?: boolean }) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      className={`inline-flex min-h-12 items-center justify-center rounded-md px-5 text-center font-semibold has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink ${primary ? "bg-ink text-paper" : "bg-well"}`}
    >
      {label}
      <input
        id={id}
        type="file"
        multiple={many}
        accept={accept}
        className="sr-only"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </label>
  );
}

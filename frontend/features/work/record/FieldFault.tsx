import { CloseIcon } from "../../../shared/look/icons.tsx";

/** What is wrong with a group of controls, as a field says it. */
export function FieldFault({ text }: { text: string | undefined }) {
  return (
    <p role="alert" hidden={!text} className="mt-1.5 flex items-start gap-1.5 text-sm text-fail">
      <CloseIcon size={14} className="mt-1 [stroke-width:2.6]" />
      <span>{text}</span>
    </p>
  );
}

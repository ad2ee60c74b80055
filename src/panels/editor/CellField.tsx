import { useLayoutEffect, type RefObject } from "react";

interface CommonFieldProps {
  "aria-label": string;
  "aria-invalid": boolean;
  "aria-describedby": string;
  onFocus: () => void;
  onBlur: () => void;
}

interface CellInputProps extends CommonFieldProps {
  field: RefObject<HTMLInputElement | null>;
  holdsFocus: RefObject<boolean>;
  isTyping: boolean;
  onBegin: () => void;
}

/** Empty and unseen until something is typed; then it is the cell. Its text is the browser's own: no key renders React. */
export function CellInput({ field, holdsFocus, isTyping, onBegin, ...common }: CellInputProps) {
  useLayoutEffect(() => {
    if (holdsFocus.current) field.current?.focus();
  }, [field, holdsFocus]);
  return (
    <input
      ref={field}
      className="xj-cell-field"
      data-typing={isTyping}
      autoComplete="off"
      spellCheck={false}
      onInput={onBegin}
      onCompositionStart={onBegin}
      {...common}
    />
  );
}

interface CellSelectProps extends CommonFieldProps {
  field: RefObject<HTMLSelectElement | null>;
  value: string;
  options: readonly string[];
  onChoose: (text: string) => void;
}

/** A list to pick from, open at once. */
export function CellSelect({ field, value, options, onChoose, ...common }: CellSelectProps) {
  useLayoutEffect(() => {
    field.current?.focus();
    try {
      field.current?.showPicker();
    } catch {
      // an older browser opens it with the next key
    }
  }, [field]);
  return (
    <select
      ref={field}
      className="xj-cell-field xj-cell-select"
      defaultValue={value}
      onChange={(event) => onChoose(event.currentTarget.value)}
      {...common}
    >
      {(options.includes(value) ? options : [value, ...options]).map((option) => (
        <option key={option} value={option}>
          {option}
        </option>
      ))}
    </select>
  );
}

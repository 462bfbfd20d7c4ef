// One of several ways, with a line that says what it means.
interface ChoiceProps {
  /** The same for all ways of one question. */
  readonly group: string;
  readonly checked: boolean;
  readonly title: string;
  readonly onChoose: () => void;
  readonly children: string;
}

export function Choice({ group, checked, title, onChoose, children }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="radio" name={group} checked={checked} onChange={onChoose} />
      <span>
        <strong>{title}</strong>
        <span className="soft">{children}</span>
      </span>
    </label>
  );
}

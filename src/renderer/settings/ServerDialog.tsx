// One remembered server: its name, what it is for, its colour; and forgetting it, in two steps.
import { useState } from 'react';
import type { AppError } from '../../shared/errors/app-error.ts';
import { describeError } from '../../shared/errors/describe.ts';
import { type RememberedServer, type SaveServerInput, SERVER_COLOURS, SERVER_KINDS } from '../../shared/ipc/server-schemas.ts';
import { AcceptPlainHttp } from '../session/AcceptPlainHttp.tsx';
import { COLOUR_WORDS, KIND_WORDS } from '../session/known-server.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Problem } from '../ui/Problem.tsx';
import { useOnce } from '../ui/use-once.ts';

interface ServerDialogProps {
  /** null: a new one. */
  readonly server: RememberedServer | null;
  readonly onClose: () => void;
  /** @returns why it was not saved; null when it was. */
  readonly onSave: (input: SaveServerInput) => Promise<AppError | null>;
  /** @returns why it was not forgotten; null when it was. */
  readonly onForget: (server: RememberedServer) => Promise<string | null>;
}

const NEW: SaveServerInput = { address: '', name: '', colour: 'slate', kind: 'production', acceptPlainHttp: false };
/** The one that a server gets by being called a test server, unless it has a colour of its own. */
const TEST_COLOUR = 'amber';

export function ServerDialog({ server, onClose, onSave, onForget }: ServerDialogProps) {
  const [draft, setDraft] = useState<SaveServerInput>(server === null ? NEW : inputOf(server));
  const [problem, setProblem] = useState<{ readonly text: string; readonly of: 'address' | 'all'; readonly insecure: boolean } | null>(
    null,
  );
  const [sure, setSure] = useState(false);
  const [saving, save] = useOnce();
  const [forgetting, forget] = useOnce();
  const change = (next: Partial<SaveServerInput>) => setDraft({ ...draft, ...next });
  const submit = () =>
    save(async () => {
      const error = await onSave({ ...draft, address: draft.address.trim() });
      if (error === null) return;
      const insecure = error.kind === 'insecure-address';
      setProblem({ text: describeError(error), of: insecure || error.kind === 'bad-address' ? 'address' : 'all', insecure });
    });
  const addressError = problem?.of === 'address' ? problem.text : undefined;
  const chooseKind = (kind: SaveServerInput['kind']) =>
    change({ kind, colour: kind === 'test' && draft.colour === 'slate' ? TEST_COLOUR : draft.colour });
  return (
    <FormDialog
      open
      title={server === null ? 'Add server' : 'Edit server'}
      onClose={onClose}
      onSubmit={submit}
      invalid={{ address: addressError }}
    >
      <Field
        label="Server address"
        type="url"
        value={draft.address}
        readOnly={server !== null}
        autoFocus={server === null}
        error={addressError}
        onChange={(address) => {
          // A yes to plain http was a yes to that address only.
          change({ address, acceptPlainHttp: false });
          setProblem(null);
        }}
      />
      {problem?.insecure === true || (server?.acceptPlainHttp ?? false) ? (
        <AcceptPlainHttp accepted={draft.acceptPlainHttp} onAccept={(acceptPlainHttp) => change({ acceptPlainHttp })} />
      ) : null}
      <Field
        label="Name"
        value={draft.name}
        maxLength={60}
        autoFocus={server !== null}
        help="As people in the shop call it. Without one, it is called by its address."
        onChange={(name) => change({ name })}
      />
      <fieldset className="choice-set">
        <legend className="field-label">What it is for</legend>
        <div className="segments">
          {SERVER_KINDS.map((kind) => (
            <label key={kind} className="segment">
              <input type="radio" name="kind" checked={draft.kind === kind} onChange={() => chooseKind(kind)} />
              {KIND_WORDS[kind]}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className="choice-set">
        <legend className="field-label">Colour of the frame</legend>
        <div className="colour-choice">
          {SERVER_COLOURS.map((colour) => (
            <label key={colour} className="colour" data-colour={colour}>
              <input type="radio" name="colour" checked={draft.colour === colour} onChange={() => change({ colour })} />
              <span className="server-swatch" aria-hidden="true" />
              {COLOUR_WORDS[colour]}
            </label>
          ))}
        </div>
      </fieldset>
      <Problem text={problem?.text ?? null} spokenOnly={problem?.of === 'address'} />
      <div className="dialog-actions">
        {server === null ? null : (
          <Button
            kind="quiet"
            pending={forgetting}
            onPress={() => {
              if (!sure) return setSure(true);
              forget(async () => {
                const text = await onForget(server);
                if (text === null) return;
                setSure(false);
                setProblem({ text, of: 'all', insecure: false });
              });
            }}
          >
            {sure ? 'Yes, forget it' : 'Forget…'}
          </Button>
        )}
        <span className="truth-gap" />
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
        <Button type="submit" kind="primary" pending={saving}>
          {server === null ? 'Add server' : 'Save server'}
        </Button>
      </div>
    </FormDialog>
  );
}

function inputOf({ address, name, colour, kind, acceptPlainHttp }: RememberedServer): SaveServerInput {
  return { address, name, colour, kind, acceptPlainHttp };
}

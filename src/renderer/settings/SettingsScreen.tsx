// Settings: how this desk looks, what it writes behind amounts, and what it is.
import { type FormEvent, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { formatMoney } from '../../shared/domain/money.ts';
import { describeError, describeKeychain } from '../../shared/errors/describe.ts';
import type { SessionView, Settings } from '../../shared/ipc/session-schemas.ts';
import { useAnnouncements } from '../app/context.ts';
import type { Client } from '../bridge.ts';
import type { ServersStore } from '../session/servers-store.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { useOnce } from '../ui/use-once.ts';
import { HistorySettings } from './HistorySettings.tsx';
import { MarkingSettings } from './MarkingSettings.tsx';
import { ServersSettings } from './ServersSettings.tsx';
import { checkCurrency, type SettingsStore } from './settings-store.ts';
import './settings.css';

interface SettingsScreenProps {
  readonly client: Client;
  readonly store: SettingsStore;
  readonly servers: ServersStore;
  readonly session: Extract<SessionView, { state: 'signed-in' | 'expired' }>;
  readonly onCheck: () => void;
}

export function SettingsScreen({ client, store, servers, session, onCheck }: SettingsScreenProps) {
  const { settings, save } = useStore(store);
  const announcements = useAnnouncements();
  const keep = async (next: Settings, said: string) => {
    const result = await save(next);
    if (result.ok) announcements.getState().announce(said);
    else announcements.getState().fail(`The setting was not kept. ${describeError(result.error)}`);
  };
  return (
    <section className="screen" aria-label="Settings">
      <header className="screen-head">
        <h1 className="screen-title">Settings</h1>
      </header>
      <div className="settings narrow">
        <ThemeChoice value={settings.theme} onChoose={(theme) => void keep({ ...settings, theme }, `The theme is now ${theme}.`)} />
        <CurrencyForm
          key={settings.currency}
          currency={settings.currency}
          onSave={(currency) =>
            keep({ ...settings, currency }, currency === '' ? 'Amounts are shown without a currency.' : `Amounts are shown in ${currency}.`)
          }
        />
        <MarkingSettings settings={settings} onSave={keep} />
        <HistorySettings settings={settings} onSave={keep} />
        <section className="setting setting-connection" aria-labelledby="connection-title">
          <h2 id="connection-title">Connection</h2>
          <p className="soft">Tests the way to the server and what it offers, line by line. Nothing is changed there.</p>
          <Button onPress={onCheck}>Check the connection</Button>
        </section>
        <ServersSettings store={servers} />
        <About client={client} session={session} />
      </div>
    </section>
  );
}

const THEMES = [
  { theme: 'system', label: 'As the system' },
  { theme: 'light', label: 'Light' },
  { theme: 'dark', label: 'Dark' },
] as const;

function ThemeChoice({ value, onChoose }: { readonly value: Settings['theme']; readonly onChoose: (theme: Settings['theme']) => void }) {
  return (
    <fieldset className="setting">
      <legend>Theme</legend>
      <div className="segments">
        {THEMES.map(({ theme, label }) => (
          <label key={theme} className="segment">
            <input type="radio" name="theme" checked={value === theme} onChange={() => onChoose(theme)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function CurrencyForm({ currency, onSave }: { readonly currency: string; readonly onSave: (currency: string) => Promise<void> }) {
  const [typed, setTyped] = useState(currency);
  const [error, setError] = useState<string | undefined>(undefined);
  const [pending, run] = useOnce();
  const checked = checkCurrency(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if ('problem' in checked) return setError(checked.problem);
    run(() => onSave(checked.value));
  };
  const example = 'value' in checked ? formatMoney('1200.50', checked.value) : null;
  return (
    <form className="setting setting-currency" onSubmit={submit} noValidate aria-label="Currency">
      <Field
        label="Currency"
        value={typed}
        maxLength={3}
        placeholder="None"
        help={example === null ? 'Three letters, like EUR, or nothing.' : `The server names none. Amounts look like ${example}.`}
        error={error}
        onChange={(value) => {
          setTyped(value.toUpperCase());
          setError(undefined);
        }}
      />
      <Button type="submit" pending={pending} unavailable={'value' in checked && checked.value === currency}>
        Save currency
      </Button>
    </form>
  );
}

function About({ client, session }: { readonly client: Client; readonly session: SettingsScreenProps['session'] }) {
  const [info, setInfo] = useState<{ readonly version: string; readonly electron: string; readonly platform: string } | null>(null);
  useEffect(() => {
    void client.request('app.info', null).then((result) => {
      if (result.ok) setInfo(result.value);
    });
  }, [client]);
  return (
    <section className="setting" aria-labelledby="about-title">
      <h2 id="about-title">About</h2>
      <dl className="facts">
        <dt>Paydesk</dt>
        <dd className="copy">{info?.version ?? '…'}</dd>
        <dt>Electron</dt>
        <dd className="copy">
          {info?.electron ?? '…'} on {info?.platform ?? '…'}
        </dd>
        <dt>Server</dt>
        <dd className="copy">
          <bdi>{session.practice ? 'The practice store, inside Paydesk' : session.server}</bdi>
        </dd>
        <dt>Sign-in</dt>
        <dd>
          {session.notKept === null
            ? session.practice
              ? 'Practice needs none'
              : 'Kept in this computer’s keychain'
            : describeKeychain(session.notKept)}
        </dd>
      </dl>
    </section>
  );
}

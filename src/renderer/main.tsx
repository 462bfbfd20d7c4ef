// Starts the page: the bridge, what outlives a session, and the first drawing.
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/surfaces.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { createAnnouncements } from './app/announcements.ts';
import { connect } from './bridge.ts';
import { createServersStore } from './session/servers-store.ts';
import { createSessionStore } from './session/session-store.ts';
import { createSettingsStore } from './settings/settings-store.ts';

const client = connect();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <App
    client={client}
    announcements={createAnnouncements()}
    session={createSessionStore(client)}
    servers={createServersStore(client)}
    settings={createSettingsStore(client)}
  />,
);

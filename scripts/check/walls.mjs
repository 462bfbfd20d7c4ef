// Who may import whom; dependency-cruiser reads this.

/** Every folder of main but those that serve, frame or join all features. */
const feature = '^src/main/(?!app/|ipc/|http/|store/|desk/)([^/]+)/';
const electron = '^(electron$|node_modules/electron/)';

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const wall = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    wall('no-cycle', 'Modules that need each other are one module, or hide a third.', {}, { circular: true }),
    wall('resolvable', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
    wall(
      'shared-is-pure',
      'shared knows nobody: no Node, no Electron, no DOM library; valibot for its schemas.',
      { path: '^src/shared/' },
      { pathNot: ['^src/shared/', '^node_modules/valibot/'] },
    ),
    wall(
      'renderer-knows-shared-only',
      'The page talks to main through window.paydesk alone.',
      { path: '^src/renderer/' },
      { path: '^src/', pathNot: '^src/(renderer|shared)/' },
    ),
    wall('renderer-has-no-node', 'The page is a sandboxed web page.', { path: '^src/renderer/' }, { dependencyTypes: ['core'] }),
    wall(
      'preload-is-the-bridge',
      'preload turns channel names into window.paydesk; nothing else.',
      { path: '^src/preload/' },
      { pathNot: ['^src/preload/', '^src/shared/ipc/', electron] },
    ),
    wall('main-knows-no-page', 'main never imports the page or its bridge.', { path: '^src/main/' }, { path: '^src/(renderer|preload)/' }),
    wall(
      'features-do-not-meet',
      'Features meet through what index.ts hands them; they may use http, store and shared, and write through the journal.',
      { path: feature },
      { path: '^src/main/', pathNot: '^src/main/($1|http|store|journal)/' },
    ),
    wall(
      'desk-is-the-top',
      'desk joins the features; only index.ts takes it up.',
      { path: '^src/', pathNot: '^src/main/(desk/|index[.]ts$)' },
      { path: '^src/main/desk/' },
    ),
    wall('http-stands-alone', 'http serves the features.', { path: '^src/main/http/' }, { path: '^src/main/', pathNot: '^src/main/http/' }),
    wall(
      'store-knows-http-only',
      'store serves the features; it reads what http received.',
      { path: '^src/main/store/' },
      { path: '^src/main/', pathNot: '^src/main/(store|http)/' },
    ),
    wall(
      'frame-knows-no-feature',
      'app and ipc are handed what they serve.',
      { path: '^src/main/(app|ipc)/' },
      { path: '^src/main/', pathNot: '^src/main/(app|ipc|http)/' },
    ),
    wall(
      'electron-has-few-doors',
      'Everything else takes what it needs as an argument, and is tested without Electron.',
      { path: '^src/', pathNot: ['^src/main/index[.]ts$', '^src/main/(app|ipc)/', '^src/preload/'] },
      { path: electron },
    ),
    wall(
      'keytar-has-one-door',
      'The keychain is behind a port.',
      { pathNot: '^src/main/session/keytar-store[.]ts$' },
      { path: '^(keytar$|node_modules/keytar/)' },
    ),
    wall('product-knows-no-tests', 'What ships does not import tests or scripts.', { path: '^src/' }, { path: '^(tests|scripts)/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ['import', 'node', 'default', 'types'], exportsFields: ['exports'] },
  },
};

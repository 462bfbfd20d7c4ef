// The project's scripts are plain JavaScript, checked on their own (scripts/tsconfig.json); here they are only called.
declare module '*.mjs';

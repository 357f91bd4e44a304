/**
 * Who may import whom, in one place: eslint.config.mjs says it while a file is written, test/boundaries.test.ts checks
 * it once more over the whole tree. (CommonJS, because both Node and jest must be able to load it.)
 */

const { builtinModules } = require('node:module');
const { posix } = require('node:path');

/**
 * A room is a folder, or one file (written without its extension). The longest name that fits decides.
 *
 * @typedef {object} Room
 * @property {string} room
 * @property {string[]} rooms what it may import, besides its own files
 * @property {string[]} typesOf what it may import with `import type`, which leaves nothing in the built code
 * @property {string[]} packages npm packages; `@scope/*` is every package of a scope, `*` every package, `node:*` Node's own
 * @property {string} because
 */

/** @type {Room[]} */
const rooms = [
  {
    room: 'src/estimation',
    rooms: [],
    typesOf: [],
    packages: [],
    because:
      'it is the arithmetic that resolvers and browser share, and anything else in it could differ between the two',
  },
  {
    room: 'src/problem',
    rooms: [],
    typesOf: [],
    packages: [],
    because: 'every room may fail with it, so it can know none of them',
  },
  {
    room: 'src/all-settled',
    rooms: [],
    typesOf: [],
    packages: [],
    because: 'it is only about waiting, which every room does',
  },
  {
    room: 'src/chunks',
    rooms: [],
    typesOf: [],
    packages: [],
    because: 'it only cuts lists into pieces, which every room does whose calls take so many at the most',
  },
  {
    room: 'src/contract',
    // Not only types: its schemas check the bounds that the page checks too, and those are numbers of the method.
    rooms: ['src/estimation'],
    typesOf: [],
    packages: ['zod'],
    because: 'it says what crosses the bridge, for both sides of it, and neither side may come along',
  },
  {
    room: 'src/jira',
    rooms: ['src/problem', 'src/all-settled', 'src/chunks'],
    typesOf: ['src/estimation'],
    packages: ['@forge/api', 'zod'],
    because: 'it only knows how to talk to Jira; what to ask and what to do with the answer is decided in planning',
  },
  {
    room: 'src/storage',
    rooms: ['src/problem', 'src/all-settled', 'src/chunks'],
    typesOf: ['src/estimation'],
    packages: ['@forge/kvs', 'zod'],
    because: 'it only knows how values are kept in Forge storage; what is kept is decided in planning',
  },
  {
    room: 'src/planning',
    rooms: ['src/estimation', 'src/jira', 'src/storage', 'src/problem', 'src/all-settled', 'src/chunks'],
    typesOf: ['src/contract'],
    packages: [],
    because:
      "a use case reaches the world only through the jira and storage rooms, and the caller's payload is parsed before it",
  },
  {
    room: 'src/resolvers',
    rooms: ['src/planning', 'src/contract', 'src/problem', 'src/jobs', 'src/pace'],
    typesOf: [],
    packages: ['@forge/resolver', 'zod'],
    because: 'a resolver checks the payload, asks planning and answers; Jira and storage are behind planning',
  },
  {
    room: 'src/pace',
    rooms: [],
    typesOf: ['src/planning'],
    packages: [],
    because: 'it is the clock and the dice, which everything else is given',
  },
  {
    room: 'src/jobs',
    rooms: [],
    typesOf: [],
    packages: ['@forge/events'],
    because: 'it only puts work on a queue; what the work is, planning knows',
  },
  {
    room: 'src/events',
    rooms: ['src/planning', 'src/contract', 'src/problem', 'src/jobs'],
    typesOf: [],
    packages: ['@forge/events', 'zod'],
    because: 'a trigger checks what it is told and asks planning; Jira and storage are behind planning',
  },
  {
    room: 'src/glance',
    rooms: ['src/estimation'],
    // Its values are schemas, which would bring zod along.
    typesOf: ['src/contract'],
    packages: ['@forge/react', '@forge/bridge', 'react'],
    because: 'it runs in the browser, where there is no Jira session and no storage but what a resolver answers',
  },
  {
    room: 'src/index',
    rooms: ['src/resolvers', 'src/events', 'src/pace'],
    typesOf: [],
    packages: ['@forge/events'],
    because: 'it is the list of the handlers that manifest.yml names, nothing else',
  },
  {
    room: 'static/planner/src',
    rooms: ['src/estimation', 'static/planner/src/bridge'],
    typesOf: ['src/contract'],
    packages: [
      'react',
      'react-dom',
      '@atlaskit/*',
      '@tanstack/react-virtual',
      'csv-parse',
      'csv-stringify',
      'date-fns',
      'date-holidays',
      'recharts',
    ],
    because:
      'it runs in the browser; it reaches Jira and storage only through its bridge.ts, and shares only arithmetic and types',
  },
  {
    room: 'static/planner/src/bridge',
    rooms: ['static/planner/src'],
    typesOf: ['src/contract'],
    packages: ['@forge/bridge'],
    because: 'it is the one door of the planner to Forge',
  },
  {
    room: 'static/planner/vite.config',
    rooms: [],
    typesOf: [],
    packages: ['*', 'node:*'],
    because: 'it runs when the planner is built, not in it',
  },
  {
    room: 'sandbox',
    rooms: [],
    typesOf: [],
    packages: ['*', 'node:*'],
    because: 'it runs the built app as Forge would; if it knew the sources, a green test would prove less',
  },
  {
    room: 'sandbox/web',
    rooms: [],
    typesOf: ['sandbox'],
    packages: ['*'],
    because: "it runs in the browser and knows the sandbox's server only by its requests",
  },
  {
    room: 'sandbox/web/vite.config',
    rooms: [],
    typesOf: [],
    packages: ['*', 'node:*'],
    because: 'it runs when the pages are built, not in them',
  },
  {
    room: 'scripts',
    rooms: [],
    typesOf: [],
    packages: ['*', 'node:*'],
    because: 'the tooling builds and starts the rooms from outside',
  },
  {
    room: 'test',
    rooms: ['src', 'static', 'sandbox', 'scripts'],
    typesOf: [],
    packages: ['*', 'node:*'],
    because: 'tests may look into every room',
  },
];

/**
 * Why a file may not import something, as a sentence, or undefined when it may.
 *
 * @param {string} file from the root, with slashes
 * @param {string} specifier as written after `from`
 * @param {boolean} typeOnly whether it is `import type` or `export type`
 * @returns {string | undefined}
 */
function refusal(file, specifier, typeOnly) {
  const room = roomOf(file);
  if (room === undefined) {
    return `${file} is in no room of the design. Move it into one, or add its room to scripts/rooms.cjs.`;
  }
  if (!specifier.startsWith('.')) {
    if (room.packages.some((allowed) => isPackage(specifier, allowed))) return undefined;
    return `${file} may not import '${specifier}': ${sentence(room)}`;
  }
  const target = posix.join(posix.dirname(file), specifier);
  if (roomOf(target) === room || room.rooms.some((allowed) => isIn(target, allowed))) return undefined;
  if (room.typesOf.some((allowed) => isIn(target, allowed))) {
    if (typeOnly) return undefined;
    return `${file} may take only types from ${target} (write 'import type { … }'): ${sentence(room)}`;
  }
  return `${file} may not import ${target}: ${sentence(room)}`;
}

/** @param {Room} room */
function sentence({ room, rooms: others, typesOf, packages, because }) {
  const allowed = [...others, ...typesOf.map((other) => `types of ${other}`), ...packages].join(', ') || 'nothing';
  return `${room} may import ${allowed} besides itself, because ${because}.`;
}

/** @param {string} path */
function roomOf(path) {
  return rooms.filter(({ room }) => isIn(path, room)).sort((one, other) => other.room.length - one.room.length)[0];
}

/**
 * @param {string} path of a file, with or without its extension
 * @param {string} room
 */
function isIn(path, room) {
  return path === room || path.startsWith(`${room}/`) || path.replace(/\.[a-z]+$/, '') === room;
}

/**
 * @param {string} specifier
 * @param {string} allowed
 */
function isPackage(specifier, allowed) {
  const isNode = specifier.startsWith('node:') || builtinModules.includes(specifier);
  if (isNode || allowed === 'node:*') return isNode && allowed === 'node:*';
  if (allowed === '*') return true;
  if (allowed.endsWith('/*')) return specifier.startsWith(allowed.slice(0, -1));
  return specifier === allowed || specifier.startsWith(`${allowed}/`);
}

module.exports = { rooms, refusal };

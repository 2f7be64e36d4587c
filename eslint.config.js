import { createNodeResolver, importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

/**
 * The house from top to bottom. A room may import the rooms on lower floors (by ~/), its own files
 * (by ./) and the ground, which is every file directly under app/. Nothing points up or sideways.
 */
const FLOORS = [
  ["routes", "http", "jobs", "cli"],
  ["shopify", "woocommerce"],
  ["conversions", "catalog", "privacy"],
  ["shops"],
  ["pinterest"],
];

/** What a room may import, by its name. `components` and `messages` stand beside the floors. */
const OPEN = new Map(
  FLOORS.flatMap((floor, level) => floor.map((room) => [room, FLOORS.slice(level + 1).flat()])),
);
OPEN.get("routes").push("components", "messages");
OPEN.get("jobs").push("messages");
OPEN.get("cli").push("messages");
OPEN.set("components", ["conversions", "catalog", "privacy", "shops", "messages"]);
OPEN.set("messages", ["conversions", "catalog", "privacy", "shops", "pinterest"]);

const ROOMS = [...OPEN.keys()];
const TS = "{ts,tsx}";

// What a file may import ---------------------------------------------------------------------------

/** `~/shopify.server` counts as a part of shopify/. */
function downwards(room, open = OPEN.get(room)) {
  const closed = ROOMS.filter((other) => other !== room && !open.includes(other));
  return [
    {
      regex: `^(~|\\.)/(${closed.join("|")})(/|\\.server$)`,
      message: `Imports point down the house: ${room} may import ${[...open, "the ground"].join(", ")}.`,
    },
    { regex: `^~/${room}/`, message: "Import a file of the same room by ./." },
  ];
}

const ANYWHERE_IN_APP = [
  { regex: "^\\.\\./", message: "Leave a room by its ~/ name." },
  { regex: "^#test/", message: "The product knows no test." },
  { regex: "sandbox/", message: "The product knows no sandbox." },
  { regex: "^(node:)?process$", message: "Settings come from ~/env.server." },
];

const PURE_IMPORTS = [
  { regex: "\\.server$", message: "A pure file (no .server in its name) imports no .server file." },
  {
    regex:
      "^(node:|(assert|buffer|child_process|crypto|dns|fs|http|https|net|os|path|stream|timers|tls|worker_threads|zlib)(/|$))",
    message: "A pure file uses no node module; hashing comes in as an argument.",
  },
  {
    regex:
      "^(@prisma/|@remix-run/(node|express)$|@shopify/shopify-(app|api)|(express|flydrive|graphql-request|pg|pg-boss|pino)(/|$))",
    message: "A pure file knows no database, queue, log, network or server framework.",
  },
];

const ROUTE_IMPORTS = [
  {
    regex: "^(~/(db|queue)\\.server|@prisma/.*|pg|pg-boss)$",
    message: "A route asks a room, not the database.",
  },
];

const COMMAND_IMPORTS = [
  { regex: "\\.server$", message: "A command needs no database, network or environment." },
];

const PIXEL_IMPORTS = [
  {
    regex: "^~/(?!(conversions|catalog)/)",
    message: "The pixel takes pure files of conversions/ and catalog/, nothing else of app/.",
  },
  { regex: "\\.server$", message: "The pixel takes pure files only." },
  {
    regex: "^(?!\\./|~/|@shopify/web-pixels-extension$)",
    message: "Every package imported here is sent to every shopper.",
  },
];

/** The one file of the pixel that hands the clock and the network down to the others. */
const PIXEL_ENTRY = "extensions/*/src/index.ts";

// What a file may say ------------------------------------------------------------------------------

const NOWHERE = [
  {
    selector: "ImportExpression",
    message: "Import at the top, where the direction can be checked.",
  },
  {
    selector: "MemberExpression[object.type='MetaProperty'][property.name='env']",
    message: "Settings come from ~/env.server.",
  },
  {
    selector: "ThrowStatement > NewExpression[callee.name='Error']",
    message: "Throw an AppError, which says who acts next.",
  },
  {
    selector: "CatchClause > BlockStatement[body.length=0]",
    message: "What is caught is logged, counted or returned.",
  },
];

const CLOCK = "A pure file takes the time as an argument.";
const DICE = "A pure file takes randomness as an argument.";

const NOWHERE_PURE = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
  { selector: "CallExpression[callee.name='Date']", message: CLOCK },
];

const PROPERTIES = [
  { object: "process", property: "env", message: "Settings come from ~/env.server." },
  { object: "globalThis", property: "process", message: "Settings come from ~/env.server." },
];

const PROPERTIES_PURE = [
  ...PROPERTIES,
  { object: "Date", property: "now", message: CLOCK },
  { object: "performance", property: "now", message: CLOCK },
  { object: "Math", property: "random", message: DICE },
  { object: "crypto", property: "randomUUID", message: DICE },
  { object: "crypto", property: "getRandomValues", message: DICE },
];

const GLOBALS_PURE = ["fetch", "process", "setImmediate", "setInterval", "setTimeout"].map(
  (name) => ({ name, message: "A pure file takes this as an argument." }),
);

/** One block for one kind of file: of two blocks that set the same rule, ESLint keeps only the later. */
function kind({ files, ignores = [], imports, pure, globals = [] }) {
  return {
    files,
    ignores,
    rules: {
      "no-restricted-imports": ["error", { patterns: [...imports, ...(pure ? PURE_IMPORTS : [])] }],
      "no-restricted-syntax": ["error", ...NOWHERE, ...(pure ? NOWHERE_PURE : [])],
      "no-restricted-properties": ["error", ...(pure ? PROPERTIES_PURE : PROPERTIES)],
      "no-restricted-globals": ["error", ...(pure ? GLOBALS_PURE : []), ...globals],
      "no-console": "error",
    },
  };
}

// The kinds ----------------------------------------------------------------------------------------

/** Remix's entries and the three processes: they wire the house together. */
const ENTRIES = [
  "app/virtual-modules.d.ts",
  `app/root.${TS}`,
  `app/entry.*.${TS}`,
  "app/web.server.ts",
  "app/worker.server.ts",
  "app/start.server.ts",
];

function pureAndServer(glob, imports) {
  return [
    kind({
      files: [`${glob}.${TS}`],
      ignores: [`**/*.server.${TS}`, ...ENTRIES],
      imports,
      pure: true,
    }),
    kind({
      files: [`${glob}.server.${TS}`],
      ignores: ["app/shopify.server.ts", ...ENTRIES],
      imports,
      pure: false,
    }),
  ];
}

const rooms = ROOMS.filter((room) => room !== "cli" && room !== "routes").flatMap((room) =>
  pureAndServer(`app/${room}/**/*`, [...downwards(room), ...ANYWHERE_IN_APP]),
);

const ground = pureAndServer("app/*", [...downwards("the ground", []), ...ANYWHERE_IN_APP]);

const edges = [
  kind({
    files: [`app/routes/**/*.${TS}`],
    imports: [...downwards("routes"), ...ANYWHERE_IN_APP, ...ROUTE_IMPORTS],
    pure: false,
    globals: [{ name: "fetch", message: "A route asks a room, not the network." }],
  }),
  kind({
    files: ["app/shopify.server.ts"],
    imports: [...downwards("shopify"), ...ANYWHERE_IN_APP],
    pure: false,
  }),
  kind({ files: ENTRIES, imports: [{ regex: "^\\.\\./", message: "Use ~/." }], pure: false }),
  kind({
    files: [`cli/**/*.${TS}`],
    imports: [...downwards("cli"), ...ANYWHERE_IN_APP, ...COMMAND_IMPORTS],
    pure: false,
  }),
  kind({
    files: [`extensions/**/*.${TS}`],
    ignores: [PIXEL_ENTRY],
    imports: PIXEL_IMPORTS,
    pure: true,
  }),
  kind({ files: [PIXEL_ENTRY], imports: PIXEL_IMPORTS, pure: false }),
  kind({
    files: [`sandbox/**/*.${TS}`],
    imports: [{ regex: "(^~/|/app/)", message: "The sandbox knows nothing of the product." }],
    pure: false,
  }),
];

const noDefaultExports = {
  files: [`{app,cli,extensions,sandbox,test}/**/*.${TS}`],
  ignores: ["app/routes/**", ...ENTRIES],
  rules: {
    "no-restricted-exports": [
      "error",
      {
        restrictDefaultExports: {
          direct: true,
          named: true,
          defaultFrom: true,
          namedFrom: true,
          namespaceFrom: true,
        },
      },
    ],
  },
};

/** A file that should not exist is an error on its first line. */
function noSuchFile(files, message) {
  return {
    files,
    rules: { "no-restricted-syntax": ["error", { selector: "Program", message }] },
  };
}

const fileNames = [
  noSuchFile(
    [`app/routes/**/*.{test,spec,server}.${TS}`],
    "Flat routes make a URL of every file: tests go to test/, logic to a room.",
  ),
  noSuchFile(
    [
      `{app,cli,extensions,sandbox}/**/{utils,helpers,lib,common,misc,types}.${TS}`,
      `{app,cli,extensions,sandbox}/**/{utils,helpers,lib,common,misc,types}/**`,
    ],
    "Name a file after its concept.",
  ),
];

const typed = {
  files: [`**/*.${TS}`],
  extends: [tseslint.configs.base],
  languageOptions: {
    parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
  },
  rules: {
    "@typescript-eslint/no-explicit-any": "error",
    "@typescript-eslint/no-non-null-assertion": "error",
    "@typescript-eslint/no-floating-promises": "error",
    "@typescript-eslint/no-misused-promises": "error",
    "@typescript-eslint/switch-exhaustiveness-check": "error",
    "@typescript-eslint/consistent-type-imports": "error",
    "@typescript-eslint/no-unused-vars": "error",
  },
};

const noCasts = {
  files: [`{app,cli,extensions}/**/*.${TS}`],
  ignores: ["app/brand.ts"],
  rules: {
    "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
  },
};

/** snake_case stays where the outside world is spelt. */
const noWireSpelling = {
  files: [`app/{conversions,catalog,privacy,shops,jobs,routes,components}/**/*.${TS}`],
  rules: {
    "@typescript-eslint/naming-convention": [
      "error",
      { selector: "typeProperty", format: ["camelCase"] },
      { selector: "typeProperty", modifiers: ["requiresQuotes"], format: null },
    ],
  },
};

/** The one door through which the environment comes in. */
const envDoor = { files: ["app/env.server.ts"], rules: { "no-restricted-properties": "off" } };

/** The sandbox is no product code: its processes have their own environment and their own faults. */
const sandboxDoor = {
  files: [`sandbox/**/*.${TS}`],
  rules: { "no-restricted-properties": "off", "no-restricted-syntax": "off" },
};

const noCycles = {
  files: [`app/**/*.${TS}`],
  plugins: { "import-x": importX },
  settings: {
    "import-x/extensions": [".ts", ".tsx"],
    "import-x/parsers": { "@typescript-eslint/parser": [".ts", ".tsx"] },
    "import-x/resolver-next": [createNodeResolver({ extensions: [".ts", ".tsx"] })],
  },
  rules: { "import-x/no-cycle": "error" },
};

export default tseslint.config(
  { ignores: ["build/", "var/", "node_modules/"] },
  typed,
  noCasts,
  noWireSpelling,
  noCycles,
  noDefaultExports,
  ...ground,
  ...rooms,
  ...edges,
  envDoor,
  sandboxDoor,
  ...fileNames,
);

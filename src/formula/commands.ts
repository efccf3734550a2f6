/** One name for commands that mean the same; the tokenizer writes the right-hand one. */
const synonyms: Readonly<Record<string, string>> = {
  neq: "ne",
  leq: "le",
  geq: "ge",
  leqslant: "le",
  geqslant: "ge",
  dfrac: "frac",
  tfrac: "frac",
  cfrac: "frac",
  nicefrac: "frac",
  sfrac: "frac",
  ldots: "dots",
  cdots: "dots",
  dotsc: "dots",
  dotsb: "dots",
  dotsm: "dots",
  dotso: "dots",
  dotsi: "dots",
  vdots: "dots",
  ddots: "dots",
  mathellipsis: "dots",
  iddots: "dots",
  widehat: "hat",
  widetilde: "tilde",
  overline: "bar",
  overrightarrow: "vec",
  widebar: "bar",
  underbar: "underline",
  boldsymbol: "mathbf",
  bm: "mathbf",
  pmb: "mathbf",
  bold: "mathbf",
  vb: "mathbf",
  mathbfit: "mathbf",
  symbf: "mathbf",
  mathscr: "mathcal",
  mathpzc: "mathcal",
  Bbb: "mathbb",
  intercal: "top",
  transpose: "top",
  implies: "Rightarrow",
  Longrightarrow: "Rightarrow",
  longrightarrow: "to",
  rightarrow: "to",
  gets: "leftarrow",
  Vert: "|",
  parallel: "|",
  lbrace: "{",
  rbrace: "}",
  lnot: "neg",
  land: "wedge",
  lor: "vee",
  iff: "Leftrightarrow",
  derivative: "dv",
  pdiff: "pdv",
  varDelta: "Delta",
  cr: "\\",
  newline: "\\",
  tabularnewline: "\\",
  simeq: "approx",
  thickapprox: "approx",
  isin: "in",
  infin: "infty",
  bullet: "cdot",
  centerdot: "cdot",
  circledot: "odot",
  lVert: "left|2",
  rVert: "right|2",
  lvert: "left|",
  rvert: "right|",
};

/** Commands that stand for plain characters. */
const characters: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  ast: "*",
  star: "*",
  vert: "|",
  mid: "|",
  lbrack: "[",
  rbrack: "]",
  lparen: "(",
  rparen: ")",
  colon: ":",
  coloneqq: ":=",
  coloneq: ":=",
  triangleq: ":=",
  "*": "*",
  backslash: "\\",
  slash: "/",
  eq: "=",
};

/** Macros of common packages that pages use without defining them. */
const packaged: Readonly<Record<string, readonly [alphabet: string, letter: string]>> = {
  R: ["mathbb", "R"],
  N: ["mathbb", "N"],
  Z: ["mathbb", "Z"],
  RR: ["mathbb", "R"],
  NN: ["mathbb", "N"],
  Reals: ["mathbb", "R"],
  E: ["mathbb", "E"],
  EE: ["mathbb", "E"],
};

const look = (table: Readonly<Record<string, string>>, name: string): string | null =>
  Object.hasOwn(table, name) ? (table[name] ?? null) : null;

export const canonicalCommand = (name: string): string => look(synonyms, name) ?? name;

export const characterOf = (name: string): string | null => look(characters, name);

export function packagedLetter(name: string): readonly [alphabet: string, letter: string] | null {
  return Object.hasOwn(packaged, name) ? (packaged[name] ?? null) : null;
}

/** White space that only moves things. */
export const spacing: ReadonlySet<string> = new Set([
  ",",
  ";",
  ":",
  "!",
  ">",
  " ",
  "/",
  "thinspace",
  "medspace",
  "thickspace",
  "negthinspace",
  "negmedspace",
  "enspace",
  "enskip",
  "nobreakspace",
  "space",
  "displaystyle",
  "textstyle",
  "scriptstyle",
  "scriptscriptstyle",
  "limits",
  "nolimits",
  "nonumber",
  "notag",
  "hfill",
  "allowbreak",
  "nobreak",
  "strut",
  "mathstrut",
  "relax",
  "hline",
  "normalsize",
  "small",
  "large",
  "Large",
  "LARGE",
  "footnotesize",
  "tiny",
  "huge",
  "break",
  "noindent",
  "protect",
  "centering",
  "hfil",
  "null",
  "global",
  "long",
]);

/** Wide white space: authors part statements with it, so it stays as the token `quad`. */
export const wideSpacing: ReadonlySet<string> = new Set([
  "quad",
  "qquad",
  "hspace",
  "hskip",
  "mspace",
  "kern",
  "mkern",
  "mskip",
  "enquad",
]);

/** Their argument is words. */
export const textCommands: ReadonlySet<string> = new Set(
  "text mbox textrm textbf textit textsf texttt textnormal textsc hbox fbox emph textup".split(" "),
);

/** Their argument is one name where it is made of letters, else ordinary mathematics in upright letters. */
export const romanCommands: ReadonlySet<string> = new Set([
  "mathrm",
  "mathit",
  "mathsf",
  "mathtt",
  "mathnormal",
  "operatorname",
  "operatornamewithlimits",
  "symrm",
  "mathup",
  "mathop",
]);

/** They change the letters from where they stand to the end of the group; the value is the command for one letter. */
export const switches: ReadonlyMap<string, string> = new Map([
  ["bf", "mathbf"],
  ["bfseries", "mathbf"],
  ["boldmath", "mathbf"],
  ["cal", "mathcal"],
  ["rm", "roman"],
  ["it", "roman"],
  ["sf", "roman"],
  ["tt", "roman"],
  ["sl", "roman"],
  ["mit", "plain"],
]);

export const sizes: ReadonlySet<string> = new Set(
  ["big", "Big", "bigg", "Bigg"].flatMap((size) => [size, `${size}l`, `${size}r`, `${size}m`]),
);

/** Commands with arguments that are printed or looked up, never read; the number of those arguments. */
export const ignoredArguments: ReadonlyMap<string, number> = new Map([
  ["label", 1],
  ["color", 1],
  ["textcolor", 1],
  ["vspace", 1],
  ["phantom", 1],
  ["hphantom", 1],
  ["vphantom", 1],
  ["class", 1],
  ["cssId", 1],
  ["style", 1],
  ["require", 1],
  ["eqref", 1],
  ["ref", 1],
  ["cite", 1],
  ["definecolor", 3],
]);

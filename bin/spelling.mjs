// DOC: (called by bin/spelling) looks every Norwegian word up with hunspell and the project's own words
// Usage: node bin/spelling.mjs [folder]. Prints "file:line word (language)" for each unknown word; ends with 1 if there are any.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = process.argv[2] ?? ".";
const blank = (text) => text.replace(/[^\n]/g, " "); // what is left out keeps its lines
const files = ["src/main/java/no/samtidig", "content"].flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((it) => `${folder}/${it}`)).sort();
const words = (file) => readFileSync(file, "utf8").split("\n").filter((it) => it && !it.startsWith("#"));
const found = { nb: new Map(), nn: new Map() }; // word -> where it stands

function read(language, file, text) {
    text.split("\n").forEach((line, index) => {
        for (const [word] of line.replace(/\S*(?:https?:|www\.|@)\S*|\b[a-z-]+-\d{4}\b|\b[\w-]+\.(?:no|org|com)\b\S*/g, " ").matchAll(/\p{L}[\p{L}\p{M}]*(?:[-’']\p{L}[\p{L}\p{M}]*)*/gu)) {
            if (word.length > 1) {
                found[language].set(word, [...(found[language].get(word) ?? []), `${file}:${index + 1}`]);
            }
        }
    });
}

// Values only; {0}, choices' limits, codes and \n are no words.
const properties = (text) => text.replace(/^(#.*|[^=\n]*=)/gm, blank).replace(/\{(\d)(?:, *\w+)?(?:, *)?|\\n|''/g, (it) => (it === "''" ? " '" : blank(it)));

// Fields whose value is no text of ours: codes, addresses, and the titles of other people's works.
const CODES = /^(\s*)(?:- )?(?:roles|aims|aim|demands|life-course|sides|user-perspective|services|cooperation|kind|file|poster|url|checked|claim|sheet|place|correct|to|start|minutes|order|status|prerequisites):.*$/gm;
const lesson = (text) =>
    text
        .replace(/^sources:\n(?:[ -].*\n)*/gm, blank)
        .replace(/^:::.*$|\{#[^}]*\}|\]\([^)]*\)/gm, blank)
        .replace(CODES, blank)
        .replace(/^(\s*)(?:- )?[a-z][\w-]*:(?=\s|$)/gm, blank);

// One language of a YAML file in several: the values of "nb:" (or "nn:"), with the lines that go on below them.
const localized = (language) => (text) => {
    let depth = -1;
    return text.split("\n").map((line) => {
        const key = line.match(/^(\s*(?:- )?)([\w-]+):( |$)/);
        const indent = line.search(/[^\s-]/);
        if (key && (depth < 0 || indent <= depth)) {
            depth = key[2] === language ? indent : -1;
            return depth < 0 ? "" : line.slice(key[0].length);
        }
        return depth >= 0 && indent > depth ? line : "";
    }).join("\n");
};
// The register's short fields stand in bokmål only.
const register = (text) => text.split("\n").map((it) => it.match(/^\s+(?:- )?(?:design|setting|population|n_unit|n_note|comparison|outcomes|outcome|measure|note|direction_on): (.*)/)?.[1] ?? "").join("\n");
const drawing = (text) => text.replace(/<[^>]*>/g, blank);

for (const language of ["nb", "nn"]) {
    for (const [end, ...strip] of [
        [`/texts_${language}.properties`, properties],
        [`.${language}.md`, lesson],
        [`.${language}.svg`, drawing],
        [`/ladder.${language}.yaml`, lesson],
        ["/module.yaml", localized(language)],
        ["/claims.yaml", localized(language), ...(language === "nb" ? [register] : [])],
        ["/studies.yaml", localized(language), ...(language === "nb" ? [register] : [])],
        [/\/questionnaires\/[^/]*\.yaml$/, localized(language)],
    ]) {
        for (const file of files.filter((it) => (typeof end === "string" ? it.endsWith(end) : end.test(it)))) {
            const text = readFileSync(join(root, file), "utf8");
            strip.forEach((it) => read(language, file, it(text)));
        }
    }
}

let unknown = 0;
for (const line of words("content/norm_nn.txt")) {
    const [not, but] = line.split(" ");
    for (const [word, places] of found.nn) {
        if (word.toLowerCase() !== not) continue;
        unknown += places.length;
        places.forEach((it) => console.log(`${it} ${word}: the house writes ${but} (nn)`));
    }
}
for (const [language, places] of Object.entries(found)) {
    const own = new Set([...words("content/words.txt"), ...words(`content/words_${language}.txt`)]);
    const asked = [...places.keys()].filter((it) => !own.has(it) && !own.has(it[0].toLowerCase() + it.slice(1)));
    // One word a line; -L prints the lines that hold an unknown one. (-l would cut at hyphens, and -a thinks up suggestions for minutes.)
    const answer = spawnSync("hunspell", ["-L", "-i", "UTF-8", "-d", `${language}_NO`], { input: asked.join("\n") + "\n", encoding: "utf8", maxBuffer: 1 << 28 });
    if (answer.status !== 0) {
        throw new Error(answer.stderr);
    }
    for (const word of new Set(answer.stdout.split("\n").filter(Boolean))) {
        unknown++;
        places.get(word).forEach((it) => console.log(`${it} ${word} (${language})`));
    }
}
process.exitCode = unknown ? 1 : 0;

// Writes which packages the browser gets something of, in which version and under which licence, beside the bill of materials of the jar.
// Run by front-end.xml in the Maven build; package-lock.json knows all of it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const [out] = process.argv.slice(2);
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const components = Object.entries(packages)
    .filter(([path, it]) => path && !it.dev)
    .map(([path, it]) => ({ name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length), ...it }))
    .map(({ name, version, license }) => ({
        type: 'library',
        name,
        version,
        purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
        licenses: [{ expression: license.replace('BSD-0-Clause', '0BSD') }],
    }));
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, `${JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components }, null, 2)}\n`);

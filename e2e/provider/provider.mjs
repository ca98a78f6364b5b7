// A provider of OpenID Connect on this machine, for the tests of signing in: `node provider.mjs SETTINGS`, where SETTINGS is
// JSON with the issuer, the port to listen on, the client and the people who can sign in. It ends when its input ends.
import { createServer } from "node:http";
import { generateKeyPairSync } from "node:crypto";
import Provider from "oidc-provider";

const { issuer, port, client, people, seconds } = JSON.parse(process.argv[2]);

// New keys at each start.
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const key = { ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: `key-${process.pid}` };

const provider = new Provider(issuer, {
  clients: [{ grant_types: ["authorization_code"], response_types: ["code"], ...client }],
  jwks: { keys: [key] },
  cookies: { keys: ["only for tests"] },
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  features: { rpInitiatedLogout: { enabled: true } },
  ttl: { IdToken: seconds, AccessToken: 600, AuthorizationCode: 600, Interaction: 600, Session: 600, Grant: 600 },
  async findAccount(_, id) {
    return { accountId: id, claims: async () => ({ sub: id, ...people[id] }) };
  },
});

const server = createServer(provider.callback());
server.listen(port, "127.0.0.1", () => console.log(`listening on ${server.address().port}`));
process.stdin.on("end", () => process.exit(0)).resume();

// Starts the provider: node server.mjs <port> <client id> <client secret> <redirect URI>
// Anybody may sign in under any name; the address is <name>@provider.example, and verified.
import Provider from 'oidc-provider';

const [port, clientId, clientSecret, redirectUri] = process.argv.slice(2);

const provider = new Provider(`http://localhost:${port}`, {
  clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
  pkce: { required: () => true },
  claims: { email: ['email', 'email_verified'], profile: ['preferred_username', 'name'] },
  cookies: { keys: [clientSecret] },
  findAccount: (context, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      preferred_username: id,
      name: id,
      email: `${id}@provider.example`,
      email_verified: true,
    }),
  }),
});

provider.listen(Number(port), 'localhost', () => console.log('ready'));

// A real server of mail on this machine: it takes every letter and keeps it for whoever waits for it.

import { SMTPServer } from 'smtp-server';

/** Starts the server; gives its address and the letters so far. */
export async function startPostOffice() {
  const letters = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const pieces = [];
      stream.on('data', (piece) => pieces.push(piece));
      stream.on('end', () => {
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: readable(Buffer.concat(pieces).toString('utf8')) });
        done();
      });
    },
  });
  await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
  return {
    address: `smtp://127.0.0.1:${server.server.address().port}`,
    /** The first letter to somebody, once it has come. */
    async letterTo(recipient, patience = 30_000) {
      for (const late = Date.now() + patience; Date.now() < late;) {
        const found = letters.find(({ to }) => to.includes(recipient));
        if (found) return found.text;
        await new Promise((next) => { setTimeout(next, 100); });
      }
      throw new Error(`no letter to ${recipient} within ${patience / 1000} s`);
    },
    stop: () => new Promise((ended) => { server.close(ended); }),
  };
}

/** A letter as it is read: its body may come as quoted-printable or base64. */
function readable(raw) {
  const [head, ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/^content-transfer-encoding: *base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/^content-transfer-encoding: *quoted-printable/im.test(head)) return body;
  const bytes = body.replaceAll('=\r\n', '').replace(/=([0-9A-F]{2})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

// Many connections to GET /v1/wijzigingen from one process, over bare sockets: the test process has its own ends of them
// to hold. Says on its IPC channel how many are open, and of each change when the first and the last one heard it.
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

const AT_ONCE = 200;
const [, , port, token, wanted, stalled] = process.argv;

let open = 0;
let started = 0;
/** By position: when each connection heard of it. */
const heard = new Map();

const listen = (isStalled) => {
  const socket = connect(Number(port), '127.0.0.1');
  let answered = false;
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('connect', () =>
    socket.write(`GET /v1/wijzigingen HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n`),
  );
  socket.on('data', (text) => {
    if (!answered) {
      if (!text.startsWith('HTTP/1.1 200')) throw new Error(`answered with ${text.slice(0, 40)}`);
      answered = true;
      opened();
      if (isStalled) return void socket.pause();
    }
    const parts = (rest + text).split('\n');
    rest = parts.pop();
    for (const line of parts) {
      const [, position] = /^data: .*"positie":"([^"]+)"/.exec(line) ?? [];
      if (position) hear(position);
    }
  });
  socket.on('error', (error) => {
    if (!isStalled) throw error;
  });
  socket.on('close', () => {
    if (!isStalled) process.send({ closed: true });
  });
};

const opened = () => {
  open += 1;
  if (open === Number(wanted)) process.send({ open });
  else if (started < Number(wanted)) next();
};

const next = () => {
  started += 1;
  listen(started <= Number(stalled));
};

const hear = (position) => {
  const times = heard.get(position) ?? [];
  heard.set(position, times);
  times.push(performance.timeOrigin + performance.now());
  if (times.length === Number(wanted) - Number(stalled)) process.send({ position, times });
};

for (let n = 0; n < Math.min(AT_ONCE, Number(wanted)); n += 1) next();

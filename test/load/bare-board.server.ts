import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';

/** The same bytes from nothing but `node:http`: what a read of the board is measured against. Arguments: file, port. */
const [file, port] = process.argv.slice(2) as [string, string];
const body = readFileSync(file);

createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length });
  response.end(body);
}).listen(Number(port), '127.0.0.1');

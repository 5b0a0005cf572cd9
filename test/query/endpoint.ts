import { evaluate } from '../../src/query/engine.ts';
import { toSparqlJson } from '../../src/query/format.ts';
import { formOf, serve } from '../fetch/serve.ts';
import { turtle } from '../support.ts';

/** A SPARQL endpoint on this machine; remembers what it was asked. */
export async function endpoint(text: string): Promise<{ address: string; asked: string[] }> {
  const data = await turtle(text);
  const asked: string[] = [];
  const origin = await serve(async (request, response) => {
    const query = (await formOf(request)).get('query') ?? '';
    asked.push(query);
    await evaluate(query, data, { path: 'endpoint' }).then(
      (answer) =>
        answer.form === 'CONSTRUCT'
          ? response.writeHead(400).end()
          : response
              .writeHead(200, { 'content-type': 'application/sparql-results+json' })
              .end(toSparqlJson(answer)),
      (error: Error) => response.writeHead(400, { 'content-type': 'text/plain' }).end(error.message),
    );
  });
  return { address: `${origin}/sparql`, asked };
}

// A host's own server, which knows where its tokens come from.
export async function POST(request) {
  const from = await fetch(process.env.TOKEN_URL, { method: 'POST', headers: { 'content-type': 'application/json' }, body: await request.text() });
  return new Response(from.body, { status: from.status, headers: { 'content-type': 'application/json' } });
}

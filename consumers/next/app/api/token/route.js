/** Whoever signs tokens for this app. */
export async function POST(request) {
  const answer = await fetch(process.env.TOKEN_URL, { method: 'POST', headers: { 'content-type': 'application/json' }, body: await request.text() });
  return new Response(answer.body, { status: answer.status, headers: { 'content-type': 'application/json' } });
}

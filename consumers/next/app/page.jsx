import { Call } from './call.jsx';

export default function Page() {
  return (
    <main>
      <h1>Next</h1>
      <Call room="next" />
    </main>
  );
}

// A server component: what it gives to the meeting has to be data, so that what has functions is in a client component.
import { Meeting } from './meeting.jsx';

export default function Page() {
  return (
    <main>
      <Meeting room="next" displayName="Ada" id="meeting" className="wide" aria-label="Weekly">
        <h1 slot="lobby-header">Weekly</h1>
      </Meeting>
    </main>
  );
}

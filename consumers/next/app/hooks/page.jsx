import { Call } from './call.jsx';

export default function Page() {
  return <Call room="next-hooks" displayName="Ada" />;
}

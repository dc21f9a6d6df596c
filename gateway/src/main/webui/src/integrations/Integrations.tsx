import { Credentials } from './Credentials';
import { Webhooks } from './Webhooks';

/** Other systems of the team: what they may do, and where they are told of changes. */
export function Integrations({ team }: { team: string }) {
  return (
    <>
      <Credentials team={team} />
      <Webhooks team={team} />
    </>
  );
}

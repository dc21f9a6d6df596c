import { Button, Title } from '@patternfly/react-core';
import { MoonIcon, SunIcon } from '@patternfly/react-icons';
import { Logo } from './Logo';
import { loginAddress } from './login';
import { useTheme } from './theme';

const does = [
  ['A silence is noticed', 'Transmitters are followed as their reports come in. Where one falls silent against its own habit, a lead waits in your inbox, and late data takes it back.'],
  ['Dated images are held against it', 'Each sighting is tested against each silence: consistent, excluded or undecided, with the margin in hours and the method beside it.'],
  ['Who had listed her, then?', 'Every version of a sanctions list is kept. The answer is for the date you ask, and says what it rests on.'],
  ['It becomes a file', 'Evidence is frozen with its SHA-256, claims lead to their records, and the export can be checked by anybody.'],
] as const;

export function Landing() {
  const { isDark, toggle } = useTheme();
  return (
    <main className="fl-landing">
      <div className="fl-landing-top">
        <Button variant="plain" icon={isDark ? <SunIcon /> : <MoonIcon />} aria-label={isDark ? 'Use the light theme' : 'Use the dark theme'} onClick={toggle} />
      </div>
      <div className="fl-landing-card">
        <Logo size={72} />
        <Title headingLevel="h1" size="4xl">
          Fairlead
        </Title>
        <p className="fl-landing-lead">
          A fairlead is the ring that guides a line. Here it guides a lead: from a silent transponder to a file that a court, a newsroom or a ministry can check for itself.
        </p>
        <Button component="a" href={loginAddress()} variant="primary" size="lg">
          Log in
        </Button>
        <dl className="fl-landing-does">
          {does.map(([what, how]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{how}</dd>
            </div>
          ))}
        </dl>
        <p className="fl-quiet">A silence is unexplained until a person has explained it. Whatever is made up for a demonstration says so.</p>
      </div>
    </main>
  );
}

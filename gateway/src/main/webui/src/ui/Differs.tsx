import { Alert, Button } from '@patternfly/react-core';

export interface Part {
  name: string;
  /** As it stands now, saved by somebody else. */
  theirs: string;
  /** As it stands in this form, not saved. */
  mine: string;
  /** Puts theirs into the form. */
  onTake: () => void;
}

/** Somebody else saved first: both are shown side by side, nothing typed is lost, and saving again is a decision. */
export function Differs({ what, parts }: { what: string; parts: Part[] }) {
  const differing = parts.filter((one) => one.theirs !== one.mine);
  return (
    <Alert isInline variant="warning" title={`Somebody changed ${what} while you wrote`}>
      {differing.length === 0 ? (
        <p>It now says what you wrote. Save, or close this.</p>
      ) : (
        <>
          <p>Your text is kept. Take theirs where you like, then save.</p>
          <div className="fl-scroll-x">
            <table className="fl-differs" aria-label="Yours and theirs">
              <thead>
                <tr>
                  <th scope="col">Part</th>
                  <th scope="col">Now saved</th>
                  <th scope="col">Yours</th>
                  <th scope="col">
                    <span className="fl-visually-hidden">Choice</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {differing.map((one) => (
                  <tr key={one.name}>
                    <th scope="row">{one.name}</th>
                    <td>{one.theirs || <span className="fl-quiet">empty</span>}</td>
                    <td>{one.mine || <span className="fl-quiet">empty</span>}</td>
                    <td>
                      <Button variant="link" isInline onClick={one.onTake}>
                        Take theirs
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Alert>
  );
}

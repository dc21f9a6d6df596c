import { Modal, ModalBody, ModalHeader } from '@patternfly/react-core';

const keys = [
  ['j', 'Next lead'],
  ['k', 'Previous lead'],
  ['x', 'Mark or unmark the lead'],
  ['Enter', 'Open a case from the lead'],
  ['a', 'Attach the marked leads to a case'],
  ['d', 'Dismiss the marked leads, with a reason'],
  ['s', 'Snooze the marked leads'],
  ['g', 'Give the marked leads to somebody'],
  ['n', 'Take the most pressing lead nobody has'],
  ['r', 'Reopen'],
  ['Ctrl + Enter', 'Answers a dialog'],
  ['Escape', 'Unmark all'],
  ['?', 'This help'],
] as const;

export function KeyHelp({ onClose }: { onClose: () => void }) {
  return (
    <Modal variant="small" isOpen onClose={onClose} aria-labelledby="key-help">
      <ModalHeader title="Keys of the inbox" labelId="key-help" />
      <ModalBody>
        <dl className="fl-keys">
          {keys.map(([key, text]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <p className="fl-quiet">With nothing marked, a key acts on the lead that is shown.</p>
      </ModalBody>
    </Modal>
  );
}

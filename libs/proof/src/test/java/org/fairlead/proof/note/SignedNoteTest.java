package org.fairlead.proof.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SignedNoteTest {

    /// RFC 8032 §7.1, test 1.
    private static final String SEED =
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    private static final String PUBLIC =
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    private final NoteSigner signer =
            NoteSigner.of("fairlead.test/audit", HexFormat.of().parseHex(SEED));

    @Test
    void isSignedWithTheKeyOfItsSeed() {
        assertThat(HexFormat.of().formatHex(signer.key().key().getEncoded())).endsWith(PUBLIC);
    }

    @Test
    void survivesARoundTrip() {
        var note = SignedNote.sign("fairlead.test/audit\n3\nAAAA\n", signer);

        var again = SignedNote.parse(note.note());

        assertThat(again).isEqualTo(note);
        assertThat(again.isSignedBy(NoteKey.parse(signer.key().line()))).isTrue();
        assertThat(note.note()).contains("\n\n\u2014 fairlead.test/audit ");
    }

    @Test
    void isTheSameWhenSignedTwice() {
        assertThat(SignedNote.sign("x\n", signer)).isEqualTo(SignedNote.sign("x\n", signer));
    }

    @Test
    void isRefusedWhenAnythingOfItChanged() {
        var note = SignedNote.sign("origin\n3\nAAAA\n", signer).note();
        var other = NoteSigner.of("fairlead.test/audit", new byte[32]);

        assertThat(SignedNote.parse(note.replace("\n3\n", "\n4\n")).isSignedBy(signer.key()))
                .isFalse();
        assertThat(SignedNote.parse(note).isSignedBy(other.key())).isFalse();
    }

    @Test
    void takesNoKeyUnderAnotherName() {
        String line = signer.key().line().replace("fairlead.test", "fairlead.other");

        assertThatThrownBy(() -> NoteKey.parse(line))
                .hasMessageContaining("do not belong together");
        assertThatThrownBy(() -> NoteKey.parse("x")).hasMessageContaining("<name>+<hash>+<base64>");
    }

    @Test
    void holdsACheckpoint() {
        var checkpoint = new Checkpoint("fairlead.test/audit", 12, new byte[32]);

        assertThat(Checkpoint.parse(SignedNote.sign(checkpoint.text(), signer).text()))
                .isEqualTo(checkpoint);
        assertThatThrownBy(() -> Checkpoint.parse("one\ntwo\n"))
                .hasMessageContaining("three lines");
        assertThatThrownBy(() -> Checkpoint.parse("log\n-1\nAAAA\n")).hasMessageContaining("size");
        assertThatThrownBy(() -> Checkpoint.parse("log\n1\nAAAA\n"))
                .hasMessageContaining("32 bytes");
    }
}

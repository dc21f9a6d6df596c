package org.fairlead.ais.upload;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.fairlead.ais.archive.Archive;
import org.fairlead.ais.archive.ArchiveEntry;
import org.fairlead.ais.frame.Follower;
import org.fairlead.ais.frame.FrameStream;
import org.fairlead.ais.frame.Introductions;
import org.fairlead.ais.frame.Patience;
import org.fairlead.ais.hygiene.HygieneConfig;
import org.fairlead.ais.ingest.FileDecoder;
import org.fairlead.ais.ingest.FileFacts;
import org.fairlead.ais.ingest.IngestConfig;
import org.fairlead.ais.ingest.NumberedFrame;
import org.fairlead.ais.ingest.Round;
import org.fairlead.ais.ingest.Summary;
import org.fairlead.ais.ingest.SummaryMeters;
import org.fairlead.ais.vessel.VesselRegister;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Decodes uploaded files, one after the other, on a thread of its own.
///
/// A job left by a process that died is decoded again from its first byte: the decoder gives the
/// same frames under the same numbers, and those that Kafka had acknowledged are not sent again.
/// While PostgreSQL or Kafka is away the job waits; it never fails for that.
@ApplicationScoped
class JobWorker {

    private static final Logger LOG = Logger.getLogger(JobWorker.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final int TRIES = 3;
    private static final long LONGEST_WAIT_MILLIS = 5_000;

    private final JobStore jobs;
    private final Spool spool;
    private final FrameStream frames;
    private final VesselRegister vessels;
    private final IngestConfig ingest;
    private final HygieneConfig hygiene;
    private final UploadConfig config;
    private final MeterRegistry meters;
    private final Patience patience;
    private final Archive archive;
    private final Semaphore bell = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean isStopping;
    private int faults;

    @Inject
    JobWorker(
            JobStore jobs,
            Spool spool,
            FrameStream frames,
            VesselRegister vessels,
            IngestConfig ingest,
            HygieneConfig hygiene,
            UploadConfig config,
            Archive archive,
            MeterRegistry meters) {
        this.jobs = jobs;
        this.spool = spool;
        this.frames = frames;
        this.vessels = vessels;
        this.ingest = ingest;
        this.hygiene = hygiene;
        this.config = config;
        this.meters = meters;
        this.archive = archive;
        patience = new Patience("job", () -> isStopping);
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().daemon().name("ais-jobs").start(this::work);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        isStopping = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    /// There is a new job.
    void ring() {
        bell.release();
    }

    private void work() {
        while (!isStopping) {
            try {
                Optional<Job> job = insist(() -> jobs.claim(spool.instance()));
                if (job.isPresent()) {
                    runOrGiveUp(job.get());
                } else if (bell.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException fault) {
                LOG.errorf(fault, "job worker goes on");
                pause();
            }
        }
    }

    /// A fault of ours must not hold up the jobs behind: after some tries the job fails.
    private void runOrGiveUp(Job job) throws InterruptedException {
        try {
            run(job);
            faults = 0;
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "job stumbles id=%s", job.id());
            if (++faults < TRIES) {
                Thread.sleep(LONGEST_WAIT_MILLIS);
                return;
            }
            faults = 0;
            fail(job, "Decoding failed for a reason that is logged under this job's id.");
        }
    }

    private void run(Job job) throws InterruptedException {
        LOG.infof("job starts id=%s file=%s", job.id(), job.upload().fileName());
        long startedAt = System.nanoTime();
        try (var file = SpooledFile.open(spool.file(job.id()))) {
            var decoder =
                    new FileDecoder(
                            facts(job), ingest, hygiene, insist(frames::partitions), file.lines());
            Summary end = decode(job, file, decoder);
            finish(job, end, decoder);
            LOG.infof(
                    "job ends id=%s lines=%d fixes=%d rejected=%d millis=%d",
                    job.id(),
                    end.counts().lines(),
                    end.counts().fixes(),
                    end.counts().rejected(),
                    (System.nanoTime() - startedAt) / 1_000_000);
        } catch (NoSuchFileException gone) {
            fail(job, "The uploaded file is no longer in the state directory. Upload it again.");
        } catch (IOException unreadable) {
            fail(job, "The uploaded file cannot be read from disk: " + unreadable.getMessage());
        }
    }

    private static ArchiveEntry.Item item(Job job, Summary end, FileDecoder decoder) {
        var upload = job.upload();
        return new ArchiveEntry.Item(
                "upload",
                job.id(),
                0,
                upload.source(),
                upload.sourceClass(),
                upload.synthetic(),
                "",
                upload.startsAt(),
                upload.submittedAt(),
                decoder.firstFixAt(),
                decoder.lastFixAt(),
                end.counts().lines());
    }

    private static FileFacts facts(Job job) {
        var upload = job.upload();
        return new FileFacts(
                job.id().toString(),
                upload.source(),
                upload.sourceClass(),
                upload.synthetic(),
                upload.startsAt(),
                upload.submittedAt());
    }

    /// What was decoded last is passed on while the next is decoded: either waits mostly for
    /// something else, one for the processor, the other for Kafka's and PostgreSQL's disks.
    private Summary decode(Job job, SpooledFile file, FileDecoder decoder)
            throws IOException, InterruptedException {
        try (var sink = new Follower("ais-jobs-sink", 1);
                var register = new Follower("ais-jobs-register", Introductions.MOST_WAITING)) {
            var passing = new Passing(job, new Introductions(register, vessels, patience));
            Round round;
            do {
                round = decoder.next();
                var next = new Decoded(round, decoder.summary(), file.progress());
                sink.hand(1, () -> passing.on(next));
            } while (!round.isLast());
            sink.finish();
            register.finish();
            return passing.before;
        }
    }

    private record Decoded(Round round, Summary summary, double progress) {}

    /// How far a job has been passed on.
    private final class Passing {

        private final Job job;
        private final Introductions introductions;
        private Summary before = Summary.NONE;
        private long acknowledged;
        private int listed;

        private Passing(Job job, Introductions introductions) {
            this.job = job;
            this.introductions = introductions;
            acknowledged = job.framesAcknowledged();
        }

        private void on(Decoded decoded) throws IOException, InterruptedException {
            var round = decoded.round();
            acknowledged = publish(round, acknowledged);
            introductions.add(round.claims());
            if (round.isLast()) {
                introductions.handOver();
            }
            int most = Math.min(round.rejects().size(), config.listedRejects() - listed);
            var rejects = round.rejects().subList(0, most);
            listed += rejects.size();
            insist(() -> jobs.keepRejects(job.id(), rejects));
            long published = acknowledged;
            insist(() -> jobs.progress(job.id(), decoded.progress(), published, decoded.summary()));
            count(before, decoded.summary());
            before = decoded.summary();
        }
    }

    private long publish(Round round, long acknowledged) throws InterruptedException {
        List<NumberedFrame> news =
                round.frames().stream().filter(frame -> frame.sequence() > acknowledged).toList();
        insist(() -> frames.publish(news));
        return news.isEmpty() ? acknowledged : news.getLast().sequence();
    }

    private void finish(Job job, Summary end, FileDecoder decoder)
            throws IOException, InterruptedException {
        if (end.counts().messages() == 0) {
            fail(job, "No AIS message was found in the file. See the rejects for what it holds.");
            return;
        }
        if (config.keepFiles()) {
            var kept = archive.keep(item(job, end, decoder), spool.file(job.id()));
            insist(() -> kept);
        }
        insist(() -> jobs.finish(job.id(), Job.State.DONE, null));
        remove(job.id());
    }

    private void fail(Job job, String error) throws InterruptedException {
        LOG.warnf("job failed id=%s cause=%s", job.id(), error);
        insist(() -> jobs.finish(job.id(), Job.State.FAILED, error));
        if (!config.keepFiles()) {
            remove(job.id());
        }
    }

    private void remove(UUID id) {
        try {
            spool.remove(id);
        } catch (IOException left) {
            LOG.warnf("uploaded file stays id=%s cause=%s", id, left);
        }
    }

    private void count(Summary before, Summary now) {
        SummaryMeters.count(meters, before, now);
    }

    private <T> T insist(Supplier<Uni<T>> work) throws InterruptedException {
        return patience.insist(work);
    }

    private void pause() {
        try {
            Thread.sleep(LONGEST_WAIT_MILLIS);
        } catch (InterruptedException stopped) {
            isStopping = true;
        }
    }
}

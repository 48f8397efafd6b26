// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import java.io.PrintWriter;
import java.io.Serial;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * What is logged while somebody listens, at every level: through SLF4J, which is ours, the pool's and the search's, and
 * through the JDK's logging, which is the drivers' and the validator's, there from {@code INFO} on (below it drivers print
 * the parameters of statements, and say so). Nobody listens at first; then nothing is kept.
 */
public final class LogCollector implements SLF4JServiceProvider {
    private static final List<String> LINES = new CopyOnWriteArrayList<>();
    private static final AtomicBoolean LISTENING = new AtomicBoolean();

    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter mdc = new NOPMDCAdapter();

    /** For SLF4J, which makes one. */
    public LogCollector() {}

    /** Listens until it is closed. */
    public static final class Listening implements AutoCloseable {
        private final Handler handler = new Receiver();

        /** Begins to listen. */
        public Listening() {
            java.util.logging.Logger.getLogger("").addHandler(handler);
            LINES.clear();
            LISTENING.set(true);
        }

        /** Returns the lines since the last call. */
        public List<String> take() {
            List<String> taken = List.copyOf(LINES);
            LINES.clear();
            return taken;
        }

        @Override
        public void close() {
            LISTENING.set(false);
            java.util.logging.Logger.getLogger("").removeHandler(handler);
        }
    }

    private static final class Receiver extends Handler {
        private final SimpleFormatter format = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            LINES.add(format.format(line));
        }

        @Override
        public void flush() {
            // nothing waits
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @SuppressWarnings("MissingSerialVersionUID") // SLF4J's base is serializable, nobody writes one
    private static final class Line extends LegacyAbstractLogger {
        @Serial
        private static final long serialVersionUID = 1L;

        Line(String name) {
            this.name = name;
        }

        @Override
        public boolean isTraceEnabled() {
            return LISTENING.get();
        }

        @Override
        public boolean isDebugEnabled() {
            return LISTENING.get();
        }

        @Override
        public boolean isInfoEnabled() {
            return LISTENING.get();
        }

        @Override
        public boolean isWarnEnabled() {
            return LISTENING.get();
        }

        @Override
        public boolean isErrorEnabled() {
            return LISTENING.get();
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                @Nullable String message,
                @Nullable Object @Nullable [] arguments,
                @Nullable Throwable thrown) {
            StringWriter line = new StringWriter();
            line.append(
                    level + " " + name + " " + MessageFormatter.basicArrayFormat(String.valueOf(message), arguments));
            if (thrown != null) {
                thrown.printStackTrace(new PrintWriter(line));
            }
            LINES.add(line.toString());
        }
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> (Logger) new Line(name);
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return mdc;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        // nothing to do
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import dev.portalblocks.core.model.ContentRef;

/**
 * A file that hangs on a message. Its bytes are where {@code content} points; who may see the message may open it.
 *
 * @param content names the bytes
 * @param name what the sender calls it: a text, never a path
 * @param mediaType what the bytes are, as the inbox's detector told it from them
 * @param size how many bytes they are
 */
public record Attachment(ContentRef content, String name, String mediaType, long size) {}

// SPDX-License-Identifier: Apache-2.0
/** The smallest Spring Boot application that embeds the inbox and the knowledge base. */
package dev.portalblocks.examples.spring;

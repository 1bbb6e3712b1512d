package dev.migrator;

import dev.migrator.execute.RevisionCode;

/**
 * What a class implements that a revision runs ({@code run: com.example.BackfillAvatars}). It has a
 * constructor without parameters and is loaded from {@code models.classpath}.
 */
public interface JavaStep extends RevisionCode {}
